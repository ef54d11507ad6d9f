/* Not part of the boundary: a header that tags.cmake must refuse. */
typedef struct gouji_sample_service {
    int(GOUJI_CALL* said)(const gouji_document*); /* [check] */
    int(GOUJI_CALL* forgotten)(const gouji_document*);
    /* [any] Behind it. */
    int(GOUJI_CALL* said_above)(const gouji_document*);
} gouji_sample_service;
