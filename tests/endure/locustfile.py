"""The day the trêve ends: people who ask, tell their situation, search and read, thinking five seconds in between."""

import random

from locust import FastHttpUser, between, task

from eval.files import datasets

QUESTIONS = [row["question"] for row in datasets("tuned", "questions")]
MESSAGES = [row["message"] for row in datasets("tuned", "situations")]
PAGES = ("/", "/procedure", "/partenaires", "/fiches", "/textes", "/droit")
REFUSALS = {429, 503}


class Visitor(FastHttpUser):
    """One person; a refusal that says when to come back is no error."""

    wait_time = between(4, 6)

    @task(5)
    def ask(self) -> None:
        """A question to the API."""
        self._sent("POST", "/api/v1/answers", json={"question": random.choice(QUESTIONS)})  # noqa: S311

    @task(2)
    def tell(self) -> None:
        """A situation."""
        self._sent("POST", "/api/v1/situations", json={"message": random.choice(MESSAGES)})  # noqa: S311

    @task(2)
    def search(self) -> None:
        """A search in the texts."""
        self._sent("GET", "/api/v1/search", params={"q": random.choice(QUESTIONS)})  # noqa: S311

    @task(2)
    def ask_on_the_page(self) -> None:
        """The page without JavaScript, and its style."""
        self._sent("GET", "/question", params={"q": random.choice(QUESTIONS)})  # noqa: S311
        self._sent("GET", "/static/toit.css")

    @task(2)
    def read(self) -> None:
        """A page, and its style."""
        self._sent("GET", random.choice(PAGES), name="pages")  # noqa: S311
        self._sent("GET", "/static/toit.css")

    def _sent(self, method: str, path: str, name: str | None = None, **request: object) -> None:
        with self.client.request(method, path, name=name or path, catch_response=True, **request) as answer:
            if answer.status_code in REFUSALS and answer.headers.get("Retry-After"):
                answer.success()
                self.environment.events.request.fire(
                    request_type="REFUSED", name=str(answer.status_code), response_time=0, response_length=0, exception=None, context={}
                )
