/** What is read of an answer of OpenSearch. */
export interface SearchResponse<D> {
  readonly hits: {
    readonly total: { readonly value: number };
    readonly hits: readonly HitAnswer<D>[];
  };
  readonly aggregations: Readonly<Record<string, FacetAnswer>>;
}

export interface HitAnswer<D> {
  readonly _score: number;
  readonly _source: { readonly document: D };
  /** By name of the criterion; one that gives no points is absent. */
  readonly matched_queries?: Readonly<Record<string, number>> | undefined;
}

export interface FacetAnswer {
  readonly values: {
    readonly buckets: readonly {
      readonly key: string | number;
      readonly key_as_string?: string | undefined;
      readonly doc_count: number;
    }[];
  };
  readonly open?: { readonly doc_count: number } | undefined;
}
