"""`python -m zmodel` is `zmodel`."""

from zmodel.cli import main

main()
