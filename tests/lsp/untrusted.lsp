# In folders that nobody trusts yet, a configuration cannot point elsewhere: neither by name nor by a folder above.
file /ws/.personfirst.json
| { "extends": "../other/base.json" }
file /ws/house.json
| { "minSeverity": "hint" }
file /other/base.json
| { "allow": ["addict"] }
file /.personfirst.json
| { "allow": ["addict"] }
start {"initializationOptions":{"trusted":false}}
<- {
     "method":"window/showMessage",
     "params":{
       "message":"personfirst: /other/base.json: lies outside of the folder, which you do not trust yet: it is not read",
       "type":1
     }
   }
-> {"method":"textDocument/didOpen","params":{"textDocument":{"uri":"file:///ws/a.md","languageId":"markdown","version":1,"text":"An addict.\n"}}}
<- {
     "method":"textDocument/publishDiagnostics",
     "params":{
       "diagnostics":[
         {
           "code":"people/addict",
           "message":"“addict” makes a condition into the whole person. Try “person with a substance use disorder” (if a diagnosis is stated).",
           "range":{"end":{"character":9,"line":0},"start":{"character":3,"line":0}},
           "severity":1,
           "source":"personfirst"
         }
       ],
       "uri":"file:///ws/a.md"
     }
   }
file /ws/.personfirst.json
| { "extends": "house.json", "rules": { "people/addict": "off" } }
-> {"method":"workspace/didChangeWatchedFiles","params":{"changes":[{"uri":"file:///ws/.personfirst.json","type":2}]}}
<- {"method":"textDocument/publishDiagnostics","params":{"diagnostics":[],"uri":"file:///ws/a.md"}}
