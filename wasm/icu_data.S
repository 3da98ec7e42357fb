# ICU's data, cut down to what is used, under the name by which ICU looks for it.
	.section .rodata.icu_data,"",@
	.globl icudt72_dat
	.p2align 4
icudt72_dat:
	.incbin PERSONFIRST_ICU_DATA
.Lend:
	.size icudt72_dat, .Lend-icudt72_dat
