"""The veto record: texts that the Security Council did not adopt because of a veto, and who
classified them."""
