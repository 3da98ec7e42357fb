# Places beyond the end, in the middle of a character, and the wrong way round.
start {"capabilities":{"textDocument":{"publishDiagnostics":{"versionSupport":true}}}}
-> {"method":"textDocument/didOpen","params":{"textDocument":{"uri":"file:///ws/a.md","languageId":"markdown","version":1,"text":"😀 An."}}}
<- {
     "method":"textDocument/publishDiagnostics",
     "params":{"diagnostics":[],"uri":"file:///ws/a.md","version":1}
   }
-> {"method":"textDocument/didChange","params":{"textDocument":{"uri":"file:///ws/a.md","version":2},"contentChanges":[
     {"range":{"start":{"line":0,"character":5},"end":{"line":0,"character":99}},"text":" addict."},
     {"range":{"start":{"line":9,"character":9},"end":{"line":7,"character":4294967296}},"text":"\nAn addict.\r\n"},
     {"range":{"start":{"line":1,"character":2},"end":{"line":1,"character":0}},"text":"The"},
     {"range":{"start":{"line":0,"character":1},"end":{"line":0,"character":1}},"text":"x"}]}}
<- {
     "method":"textDocument/publishDiagnostics",
     "params":{
       "diagnostics":[
         {
           "code":"people/addict",
           "message":"{{*}}",
           "range":{"end":{"character":13,"line":0},"start":{"character":7,"line":0}},
           "severity":1,
           "source":"personfirst"
         },
         {
           "code":"people/addict",
           "message":"{{*}}",
           "range":{"end":{"character":10,"line":1},"start":{"character":4,"line":1}},
           "severity":1,
           "source":"personfirst"
         }
       ],
       "uri":"file:///ws/a.md",
       "version":2
     }
   }
