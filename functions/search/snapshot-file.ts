/** Where the search documents of a programme without a search domain are kept between processes. */
export const snapshotFile = 'search/documents.ndjson.gz';
