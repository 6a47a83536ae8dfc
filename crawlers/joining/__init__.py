"""How what several answers and sources say of one matter becomes one record."""
