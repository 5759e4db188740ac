"""The version comes from the installed package, and from nowhere else."""

import importlib.metadata

import pytest

import zmodel


def test_version_is_that_of_the_installed_package(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importlib.metadata, "version", {"zmodel": "1.2.3"}.__getitem__)
    assert zmodel.__version__ == "1.2.3"


def test_a_checkout_that_was_never_installed_has_no_version(monkeypatch: pytest.MonkeyPatch) -> None:
    def not_installed(name: str) -> str:
        raise importlib.metadata.PackageNotFoundError(name)

    monkeypatch.setattr(importlib.metadata, "version", not_installed)
    assert zmodel.__version__ == "0+unknown"


def test_other_names_are_still_missing() -> None:
    with pytest.raises(AttributeError, match="no_such_name"):
        _ = zmodel.no_such_name  # type: ignore[attr-defined]
