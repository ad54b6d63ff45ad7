### What `init` and `new` ask and write.
