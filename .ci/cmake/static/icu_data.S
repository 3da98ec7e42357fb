/* ICU's data, cut down to icu_items.txt; takes the place of libicudata.a. */
    .section .rodata
    .balign 16
    .globl PERSONFIRST_ICU_SYMBOL
    .type PERSONFIRST_ICU_SYMBOL, %object
PERSONFIRST_ICU_SYMBOL:
    .incbin PERSONFIRST_ICU_DATA
    .size PERSONFIRST_ICU_SYMBOL, . - PERSONFIRST_ICU_SYMBOL
    .section .note.GNU-stack, "", %progbits
