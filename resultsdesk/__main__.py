"""`python -m resultsdesk` is the program itself."""

from resultsdesk.cli import main

main()
