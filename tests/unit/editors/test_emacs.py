"""Emacs colours model files like Pygments."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest
from tests.helpers.colours import EDITORS, NAMES, VALID, coloured

EMACS = shutil.which("emacs")
CHOSEN = VALID[::3]

SCRIPT = """
(load-file "{mode}")
(defun faces-at (path places)
  (with-current-buffer (find-file-noselect path)
    (unless (and (eq major-mode 'zmodel-mode) (equal comment-start "# ")) (error "No zmodel-mode"))
    (font-lock-ensure)
    (vconcat (mapcar (lambda (place) (symbol-name (get-text-property place 'face))) places))))
(let* ((coding-system-for-read 'utf-8)
       (request (with-temp-buffer (insert-file-contents "{request}") (json-parse-buffer)))
       (answer (mapcar (lambda (item) (faces-at (aref item 0) (aref item 1))) request)))
  (with-temp-file "{answer}" (insert (json-serialize (vconcat answer)))))
"""


@pytest.mark.skipif(EMACS is None, reason="there is no Emacs")
def test_emacs_colours_like_pygments(tmp_path: Path) -> None:
    texts = [path.read_bytes().decode("utf-8-sig") for path in CHOSEN]
    # Emacs counts characters from 1.
    places = [[start + 1 for start, _, _ in coloured(text)] for text in texts]
    request = json.dumps([[str(path), found] for path, found in zip(CHOSEN, places, strict=True)])
    (tmp_path / "request.json").write_text(request, encoding="utf-8")
    mode = EDITORS / "emacs" / "zmodel-mode.el"
    script = SCRIPT.format(mode=mode, request=tmp_path / "request.json", answer=tmp_path / "answer.json")
    (tmp_path / "script.el").write_text(script, encoding="utf-8")
    subprocess.run([str(EMACS), "--batch", "-Q", "-l", str(tmp_path / "script.el")], check=True, timeout=60)
    answer = json.loads((tmp_path / "answer.json").read_text(encoding="utf-8"))
    for path, text, faces in zip(CHOSEN, texts, answer, strict=True):
        for (position, kind, word), face in zip(coloured(text), faces, strict=True):
            wanted = f"font-lock-{NAMES[kind].face}-face" if NAMES[kind].face else "nil"
            assert face.replace("comment-delimiter", "comment") == wanted, (path.name, position, word)


@pytest.mark.skipif(EMACS is None, reason="there is no Emacs")
def test_emacs_compiles_the_mode_without_warnings(tmp_path: Path) -> None:
    shutil.copy(EDITORS / "emacs" / "zmodel-mode.el", tmp_path)
    strict = "(setq byte-compile-error-on-warn t)"
    command = [str(EMACS), "--batch", "-Q", "--eval", strict, "-f", "batch-byte-compile", "zmodel-mode.el"]
    subprocess.run(command, cwd=tmp_path, check=True, timeout=60)
