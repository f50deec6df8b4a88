"""The Election Results Reporting Common Data Format, NIST SP 1500-100 version 2."""
