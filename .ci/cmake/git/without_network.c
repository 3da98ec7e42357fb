/* libgit2 without its network.
 *
 * Here libgit2 only reads .gitignore files and compares texts, yet its start-up code refers to TLS, SSH and sockets. These
 * definitions stand before the library's own when linking, so that the parts behind them are never taken from the archive.
 * Nothing here is ever called but the start-up functions, which do nothing. Names are those of libgit2 1.5: with another
 * version linking fails, and says which name is new.
 */
#include <pwd.h>
#include <stddef.h>

int git_transport_new(void **out, void *owner, const char *url);
int git_transport_ssh_global_init(void);
int git_mbedtls_stream_global_init(void);
int git_mbedtls__set_cert_location(const char *file, const char *path);
int git_tls_stream_new(void **out, const char *host, const char *port);
int git_tls_stream_wrap(void **out, void *in, const char *host);
int git_socket_stream_new(void **out, const char *host, const char *port);
int git_socket_stream_global_init(void);
int http_parser_parse_url(const char *url, size_t length, int connect, void *parsed);

int git_transport_ssh_global_init(void) { return 0; }
int git_mbedtls_stream_global_init(void) { return 0; }
int git_socket_stream_global_init(void) { return 0; }

int git_transport_new(void **out, void *owner, const char *url) {
  (void)out, (void)owner, (void)url;
  return -1;
}

int git_mbedtls__set_cert_location(const char *file, const char *path) {
  (void)file, (void)path;
  return -1;
}

int git_tls_stream_new(void **out, const char *host, const char *port) {
  (void)out, (void)host, (void)port;
  return -1;
}

int git_tls_stream_wrap(void **out, void *in, const char *host) {
  (void)out, (void)in, (void)host;
  return -1;
}

int git_socket_stream_new(void **out, const char *host, const char *port) {
  (void)out, (void)host, (void)port;
  return -1;
}

int http_parser_parse_url(const char *url, size_t length, int connect, void *parsed) {
  (void)url, (void)length, (void)connect, (void)parsed;
  return 1;
}

#ifdef PERSONFIRST_STATIC
/* In a static program glibc would load the machine's name service libraries, which may not fit. HOME says where home is. */
int getpwuid_r(uid_t uid, struct passwd *entry, char *buffer, size_t size, struct passwd **result) {
  (void)uid, (void)entry, (void)buffer, (void)size;
  *result = NULL;
  return 0;
}
#endif
