/** What is read of an answer of OpenSearch. */
export interface SearchResponse<D> {
  readonly hits: {
    /** Absent where hits were left out before they were counted. */
    readonly total?: { readonly value: number } | undefined;
    readonly hits: readonly HitAnswer<D>[];
  };
  readonly aggregations: Aggregations;
}

export interface HitAnswer<D> {
  readonly _score: number;
  readonly _source: { readonly document: D };
  /** By name of the criterion; one that gives no points is absent. */
  readonly matched_queries?: Readonly<Record<string, number>> | undefined;
}

/** By facet its values; `all`: how many there are in all; `open`: how many of no major. */
export type Aggregations = Readonly<Record<string, Aggregation>>;

export interface Aggregation {
  readonly doc_count?: number | undefined;
  readonly buckets?: readonly Bucket[] | undefined;
  /** Of a facet that looks past a wish: its values and the open ones. */
  readonly values?: Aggregation | undefined;
  readonly open?: Aggregation | undefined;
}

interface Bucket {
  readonly key: string | number;
  readonly key_as_string?: string | undefined;
  readonly doc_count: number;
}
