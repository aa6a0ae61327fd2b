"""Debian's Chromium without a window, and the Prefect UI's form in it, found by what a person reads there."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest
from selenium.common.exceptions import TimeoutException
from selenium.webdriver import Chrome, ChromeOptions
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.expected_conditions import (
    presence_of_element_located,
    text_to_be_present_in_element,
    url_changes,
)
from selenium.webdriver.support.select import Select
from selenium.webdriver.support.wait import WebDriverWait

PACKAGES = ("chromium", "chromium-driver")
PROGRAMS = ("chromium", "chromedriver")
SWITCHES = (
    "--headless",
    "--no-sandbox",  # it does not start as root with one
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--lang=en-US",  # the order of day and month in its date pickers
    "--window-size=1200,1600",
)
SECONDS = 120
PROPERTY = (
    "//div[contains(concat(' ', @class, ' '), ' schema-form-property ')]"
    "[div[@class='p-label__header']//span[@class='schema-form-property__label'][. = '{0}' or . = '{0} (Optional)']]"
)


class Form:
    """The page of the UI on which a deployment's run is started."""

    def __init__(self, browser: Chrome, url: str) -> None:
        self.browser = browser
        browser.get(url)

    def pick_day(self, title: str, day: str) -> None:
        """Types a day, as month, day and year, into a date picker."""
        self._field(title, "input[type=date]").send_keys(day)

    def write(self, title: str, text: str) -> None:
        self._field(title, "input[type=text], textarea").send_keys(text)

    def choose(self, title: str, value: str) -> None:
        Select(self._field(title, "select")).select_by_value(value)

    def switch(self, title: str) -> None:
        self._field(title, "[role=switch], input[type=checkbox]").click()

    def help(self, title: str) -> str:
        return self._field(title, ".schema-form-property__description").text

    def submit(self) -> str:
        """The name of the run that it starts. Where the UI says that something went wrong, it is sent again."""
        form = self.browser.current_url
        name = self.browser.find_element(By.CSS_SELECTOR, ".flow-run-name-input input").get_attribute("value")
        for _ in range(3):
            # Not a click: what the UI says covers the button.
            self.browser.find_element(By.XPATH, "//button[normalize-space() = 'Submit']").send_keys(Keys.ENTER)
            with suppress(TimeoutException):
                WebDriverWait(self.browser, SECONDS / 3).until(url_changes(form))
                return name
        raise AssertionError(f"the form was not sent: {self.browser.find_element(By.TAG_NAME, 'body').text}")

    def wait_for(self, text: str) -> None:
        """Until the page says it."""
        self._until(text_to_be_present_in_element((By.TAG_NAME, "body"), text))

    def _field(self, title: str, selector: str) -> WebElement:
        found = self._until(presence_of_element_located((By.XPATH, PROPERTY.format(title))))
        return found.find_element(By.CSS_SELECTOR, selector)

    def _until(self, condition):
        return WebDriverWait(self.browser, SECONDS).until(condition)


@contextmanager
def chromium(profile: Path) -> Iterator[Chrome]:
    """A browser with a new profile; installed first where apt-get can do that, else the test is skipped."""
    if not _is_there() and os.geteuid() == 0 and shutil.which("apt-get"):
        for command in ("update", f"install --yes --no-install-recommends {' '.join(PACKAGES)}"):
            with suppress(subprocess.TimeoutExpired):
                subprocess.run(f"apt-get -qq {command}".split(), check=False, capture_output=True, timeout=240)
    if not _is_there():
        pytest.skip(f"needs Chromium: as root, apt-get install {' '.join(PACKAGES)}")
    options = ChromeOptions()
    options.binary_location = shutil.which(PROGRAMS[0])
    for switch in (*SWITCHES, f"--user-data-dir={profile}"):
        options.add_argument(switch)
    browser = Chrome(options, Service(shutil.which(PROGRAMS[1])))
    try:
        yield browser
    finally:
        browser.quit()


def _is_there() -> bool:
    return all(shutil.which(each) for each in PROGRAMS)
