# A client that only closes its side has not said goodbye.
start {}
end
exit 1
