// All that the JSON library asks of snprintf() for texts: hexadecimal numbers of a width with zeros
// ("%04x", "%.4X", "%.2hhX"). What else printf() can do is a hundredth of the module. Fractions
// are written by its own to_chars().
#include <stdarg.h>
#include <stdio.h>

static char* put_hex(char* out, char* last, unsigned number, int width, const char* digits) {
  int count = 1;
  for (unsigned rest = number >> 4; rest != 0; rest >>= 4) ++count;
  if (count < width) count = width;
  while (count-- > 0 && out < last) *out++ = digits[number >> (4 * count) & 15];
  return out;
}

int snprintf(char* text, size_t size, const char* format, ...) {
  va_list values;
  va_start(values, format);
  char* out = text;
  char* const last = text + (size == 0 ? 0 : size - 1);
  while (*format != '\0' && out < last) {
    if (*format != '%') {
      *out++ = *format++;
      continue;
    }
    int width = 0;
    for (++format; (*format >= '0' && *format <= '9') || *format == '.' || *format == 'h';
         ++format) {
      if (*format >= '0' && *format <= '9') width = width * 10 + *format - '0';
    }
    const char kind = *format++;
    if (kind != 'x' && kind != 'X') __builtin_trap();
    out = put_hex(out, last, va_arg(values, unsigned), width,
                  kind == 'x' ? "0123456789abcdef" : "0123456789ABCDEF");
  }
  va_end(values);
  if (size != 0) *out = '\0';
  return (int)(out - text);
}
