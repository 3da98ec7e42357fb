start {}
-> {"id":1,"method":"shutdown"}
<- {"id":1,"result":null}
end
exit 0
