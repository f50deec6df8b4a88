"""Every sentence of the story, in plain broadcast English. Figures and names come in; nothing is worked out here."""
