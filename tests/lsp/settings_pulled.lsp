# The editor's settings are asked for, also for each folder, and again when they change.
start {"capabilities":{"workspace":{"configuration":true,"didChangeConfiguration":{"dynamicRegistration":true}}}}
<- {
     "id":1,
     "method":"client/registerCapability",
     "params":{
       "registrations":[
         {
           "id":"personfirst:workspace/didChangeConfiguration",
           "method":"workspace/didChangeConfiguration",
           "registerOptions":{"section":"personfirst"}
         }
       ]
     }
   }
<- {
     "id":2,
     "method":"workspace/configuration",
     "params":{"items":[{"section":"personfirst"},{"scopeUri":"file:///ws","section":"personfirst"}]}
   }
-> {"id":1,"result":null}
-> {"method":"textDocument/didOpen","params":{"textDocument":{"uri":"file:///ws/a.md","languageId":"markdown","version":1,"text":"An addict.\n"}}}
<- {
     "method":"textDocument/publishDiagnostics",
     "params":{
       "diagnostics":[
         {
           "code":"people/addict",
           "message":"{{*}}",
           "range":{"end":{"character":9,"line":0},"start":{"character":3,"line":0}},
           "severity":1,
           "source":"personfirst"
         }
       ],
       "uri":"file:///ws/a.md"
     }
   }
-> {"method":"textDocument/didOpen","params":{"textDocument":{"uri":"untitled:1","languageId":"markdown","version":1,"text":"An addict.\n"}}}
<- {
     "method":"textDocument/publishDiagnostics",
     "params":{
       "diagnostics":[
         {
           "code":"people/addict",
           "message":"{{*}}",
           "range":{"end":{"character":9,"line":0},"start":{"character":3,"line":0}},
           "severity":1,
           "source":"personfirst"
         }
       ],
       "uri":"untitled:1"
     }
   }
-> {"id":2,"result":[{"allow":["addict"]},{"rules":{"people/addict":"hint"}}]}
<- {
     "method":"textDocument/publishDiagnostics",
     "params":{
       "diagnostics":[
         {
           "code":"people/addict",
           "message":"{{*}}",
           "range":{"end":{"character":9,"line":0},"start":{"character":3,"line":0}},
           "severity":3,
           "source":"personfirst"
         }
       ],
       "uri":"file:///ws/a.md"
     }
   }
<- {
     "method":"textDocument/publishDiagnostics",
     "params":{
       "diagnostics":[
         {
           "code":"people/addict",
           "message":"{{*}}",
           "range":{"end":{"character":9,"line":0},"start":{"character":3,"line":0}},
           "severity":3,
           "source":"personfirst"
         }
       ],
       "uri":"untitled:1"
     }
   }
# The same again changes nothing.
-> {"method":"workspace/didChangeConfiguration","params":{"settings":null}}
<- {
     "id":3,
     "method":"workspace/configuration",
     "params":{"items":[{"section":"personfirst"},{"scopeUri":"file:///ws","section":"personfirst"}]}
   }
-> {"id":3,"result":[{"allow":["addict"]},{"rules":{"people/addict":"hint"}}]}
# Broken ones are told once and count as none; an answer that is none is ignored.
-> {"method":"workspace/didChangeConfiguration","params":{"settings":null}}
<- {
     "id":4,
     "method":"workspace/configuration",
     "params":{"items":[{"section":"personfirst"},{"scopeUri":"file:///ws","section":"personfirst"}]}
   }
-> {"id":4,"result":[{"packs":["no-such-pack"]},{"packs":["no-such-pack"]}]}
<- {
     "method":"textDocument/publishDiagnostics",
     "params":{
       "diagnostics":[
         {
           "code":"people/addict",
           "message":"{{*}}",
           "range":{"end":{"character":9,"line":0},"start":{"character":3,"line":0}},
           "severity":1,
           "source":"personfirst"
         }
       ],
       "uri":"file:///ws/a.md"
     }
   }
<- {
     "method":"textDocument/publishDiagnostics",
     "params":{
       "diagnostics":[
         {
           "code":"people/addict",
           "message":"{{*}}",
           "range":{"end":{"character":9,"line":0},"start":{"character":3,"line":0}},
           "severity":1,
           "source":"personfirst"
         }
       ],
       "uri":"untitled:1"
     }
   }
<- {
     "method":"window/showMessage",
     "params":{"message":"personfirst: /ws/editor settings:1:11: no pack “no-such-pack”","type":1}
   }
-> {"method":"workspace/didChangeConfiguration","params":{"settings":null}}
<- {
     "id":5,
     "method":"workspace/configuration",
     "params":{"items":[{"section":"personfirst"},{"scopeUri":"file:///ws","section":"personfirst"}]}
   }
-> {"id":5,"error":{"code":-32603,"message":"no"}}
