### What `import` says: the proof, the repairs, what is uncertain.
