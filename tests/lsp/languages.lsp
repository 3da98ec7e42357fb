# What a language is read as: code is prose in plain text, and not in Markdown; tags are HTML's.
start {}
-> {"method":"textDocument/didOpen","params":{"textDocument":{"uri":"file:///ws/a.qmd","languageId":"quarto","version":1,"text":"`an addict`\n"}}}
<- {"method":"textDocument/publishDiagnostics","params":{"diagnostics":[],"uri":"file:///ws/a.qmd"}}
-> {"method":"textDocument/didOpen","params":{"textDocument":{"uri":"file:///ws/a.txt","languageId":"plaintext","version":1,"text":"<code>an addict</code>\n"}}}
<- {
     "method":"textDocument/publishDiagnostics",
     "params":{
       "diagnostics":[
         {
           "code":"people/addict",
           "message":"{{*}}",
           "range":{"end":{"character":15,"line":0},"start":{"character":9,"line":0}},
           "severity":1,
           "source":"personfirst"
         }
       ],
       "uri":"file:///ws/a.txt"
     }
   }
-> {"method":"textDocument/didOpen","params":{"textDocument":{"uri":"file:///ws/a.xml","languageId":"xml","version":1,"text":"<code>an addict</code>\n"}}}
<- {"method":"textDocument/publishDiagnostics","params":{"diagnostics":[],"uri":"file:///ws/a.xml"}}
-> {"method":"textDocument/didOpen","params":{"textDocument":{"uri":"file:///ws/COMMIT_EDITMSG","languageId":"git-commit","version":1,"text":"<code>an addict</code>\n"}}}
<- {
     "method":"textDocument/publishDiagnostics",
     "params":{
       "diagnostics":[
         {
           "code":"people/addict",
           "message":"{{*}}",
           "range":{"end":{"character":15,"line":0},"start":{"character":9,"line":0}},
           "severity":1,
           "source":"personfirst"
         }
       ],
       "uri":"file:///ws/COMMIT_EDITMSG"
     }
   }
# A language that nobody knows: the name decides.
-> {"method":"textDocument/didOpen","params":{"textDocument":{"uri":"file:///ws/b.md","languageId":"fundamental","version":1,"text":"    an addict\n"}}}
<- {"method":"textDocument/publishDiagnostics","params":{"diagnostics":[],"uri":"file:///ws/b.md"}}
-> {"method":"textDocument/didOpen","params":{"textDocument":{"uri":"untitled:Untitled-1","languageId":"markdown","version":1,"text":"An **addict**.\n"}}}
<- {
     "method":"textDocument/publishDiagnostics",
     "params":{
       "diagnostics":[
         {
           "code":"people/addict",
           "message":"{{*}}",
           "range":{"end":{"character":11,"line":0},"start":{"character":5,"line":0}},
           "severity":1,
           "source":"personfirst"
         }
       ],
       "uri":"untitled:Untitled-1"
     }
   }
