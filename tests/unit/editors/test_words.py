"""The vocabulary by class."""

from __future__ import annotations

from zmodel.editors.words import language_vocabulary, language_words
from zmodel.model.context import RESERVED

WORDS = language_words()


def test_every_keyword_of_the_grammar_is_in_one_class() -> None:
    classes = [WORDS.statements, WORDS.keywords, WORDS.operators, WORDS.connectives]
    words = [word for group in classes for word in group]
    assert sorted(words) == sorted(text for text in language_vocabulary().literals if text.isidentifier())


def test_words_that_are_coloured_everywhere_are_no_names() -> None:
    classes = [WORDS.statements, WORDS.keywords, WORDS.operators, WORDS.functions, WORDS.constants, WORDS.units]
    words = {word for group in classes for word in group}
    assert words - RESERVED == {"abs"}  # means something in scan files only


def test_names_stand_behind_words_that_declare() -> None:
    assert set(WORDS.declaring) < set(WORDS.statements)
    assert {"gauge", "scalar", "param", "point"} < set(WORDS.declaring)
    assert not {"potential", "require", "use", "charges", "integrate"} & set(WORDS.declaring)
