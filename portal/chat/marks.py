"""What the last answers were about, in memory: a review that comes later is kept with its category, and with no word of the question."""

from collections import OrderedDict
from dataclasses import replace

from assistant.answer import Answer
from portal.feedback.records import Mark, mark_of

MOST = 5_000
_marks: OrderedDict[str, Mark] = OrderedDict()


def remember(message: str, answer: Answer) -> Mark:
    """The mark of the answer that message shows; the oldest ones are forgotten."""
    mark = _marks[message] = replace(mark_of(answer), answer=message)
    if len(_marks) > MOST:
        _marks.popitem(last=False)
    return mark


def mark_for(message: str) -> Mark | None:
    """What that message was about, if it was an answer."""
    return _marks.get(message)
