"""Programs for those who change the project; none of them is part of the package."""
