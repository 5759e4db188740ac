"""The language server: what an editor asks about model files.

Modules of pure functions from a text, what is known of it and a place to plain data; `translate` and `server` alone
know the protocol. Long derivations run in processes of their own (`worker`, `jobs`), so that no answer waits for one.
"""
