"""The rules about secrets, US2xx, a file each."""
