import time

import pytest


@pytest.fixture
def seconds():
    """Seconds of processor time since the test began."""
    start = time.process_time()
    return lambda: time.process_time() - start
