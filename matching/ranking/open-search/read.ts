import type { PostingDocument, StudentDocument } from '../document.ts';
import { textFacts } from '../criteria/text.ts';
import { postingText, studentText, type Text } from '../document-text.ts';
import type { Hit, Ranked } from '../evaluate.ts';
import { factsOf, type Pair } from '../facts.ts';
import type { Part } from '../part.ts';
import type { Page, PostingsPlan, StudentsPlan } from '../plan.ts';
import type { PostingFacet, StudentFacet } from '../wish-filters.ts';
import { activeCriteria } from './compile.ts';
import { readFacet } from './facets.ts';
import type { HitAnswer, SearchResponse } from './response.ts';

/** What OpenSearch answered to a compiled plan, as the evaluator would have said it. */
export function readPostings(
  plan: PostingsPlan,
  { hits, aggregations }: SearchResponse<PostingDocument>,
): Ranked<PostingFacet> {
  const { subject } = plan;
  return {
    hits: hits.hits.map((hit) =>
      readHit(plan, hit, {
        text: postingText,
        pair: subject && { student: subject, posting: hit._source.document },
      }),
    ),
    total: aggregations.all?.doc_count ?? hits.total?.value ?? 0,
    facets: {
      category: readFacet(aggregations, 'category'),
      major: readFacet(aggregations, 'major'),
      workMode: readFacet(aggregations, 'workMode'),
      language: readFacet(aggregations, 'language'),
      company: readFacet(aggregations, 'company'),
      paid: readFacet(aggregations, 'paid'),
    },
  };
}

export function readStudents(
  plan: StudentsPlan,
  { hits, aggregations }: SearchResponse<StudentDocument>,
): Ranked<StudentFacet> {
  const { subject } = plan;
  return {
    hits: hits.hits.map((hit) =>
      readHit(plan, hit, {
        text: studentText,
        pair: { student: hit._source.document, posting: subject },
      }),
    ),
    total: aggregations.all?.doc_count ?? hits.total?.value ?? 0,
    facets: {
      major: readFacet(aggregations, 'major'),
      studyLevel: readFacet(aggregations, 'studyLevel'),
      skill: readFacet(aggregations, 'skill'),
      language: readFacet(aggregations, 'language'),
      country: readFacet(aggregations, 'country'),
    },
  };
}

/** The points are those that the engine gave; the facts behind them are read off the documents. */
function readHit<D extends { readonly id: string }>(
  plan: Page,
  { _score, _source: { document }, matched_queries: points = {} }: HitAnswer<D>,
  { text, pair }: { readonly text: (document: D) => Text; readonly pair: Pair | undefined },
): Hit {
  const parts = activeCriteria(plan, pair !== undefined).map((criterion): Part => {
    const given = points[criterion] ?? 0;
    const weight = plan.weights[criterion];
    const facts =
      criterion === 'text' || pair === undefined
        ? textFacts(plan.text, text(document))
        : factsOf(criterion, pair);
    return { criterion, score: given / weight, weight, points: given, facts };
  });
  return { id: document.id, score: _score, parts };
}
