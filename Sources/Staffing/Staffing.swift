// Replaced by the module's first content.
