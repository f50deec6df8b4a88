"""The one step of the wheel that is no setting of hatchling: resources/ goes in, as resultsdesk/resources."""

from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

READERS_OF_THE_REPOSITORY = "docs"  # pictures for the README: nothing in the program looks at them


class WheelResources(BuildHookInterface):  # type: ignore[type-arg]  # hatchling's own examples leave it bare
    """Adds each folder of resources/ to a standard wheel and nothing to an editable one."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Fill the wheel's inclusion map; an editable installation reads the checkout's own folder."""
        if version != "standard":
            return
        for child in sorted(Path(self.root, "resources").iterdir()):
            if child.name != READERS_OF_THE_REPOSITORY:
                build_data["force_include"][str(child)] = f"resultsdesk/resources/{child.name}"
