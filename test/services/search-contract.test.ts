import { searchContract } from '../contract/search.ts';
import { emptyOpenSearch } from '../support/open-search.ts';
import { serviceUrl } from '../support/service.ts';

const url = serviceUrl('open-search');

searchContract('OpenSearch', url === undefined ? undefined : () => emptyOpenSearch(url));
