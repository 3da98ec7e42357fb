# Only a shutdown before makes an exit a good one.
start {}
-> {"method":"exit"}
exit 1
end
exit 1
