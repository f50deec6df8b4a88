"""The entry form: figures in ballot order, what follows from them, what stands against them."""
