"""What a person takes along: the fiche de liaison, the dates for a calendar, the letters. Made on request, kept nowhere."""
