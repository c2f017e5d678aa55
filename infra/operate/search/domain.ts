import {
  DescribeDomainCommand,
  DescribeDomainHealthCommand,
  OpenSearchClient,
} from '@aws-sdk/client-opensearch';

/** A managed OpenSearch domain, as its control plane tells of it. */
export interface DomainState {
  readonly version: string;
  readonly health: string;
  readonly nodes: string;
  /** What is being changed, e.g. `UpdatingServiceSoftware`; `Active` when nothing is. */
  readonly processing: string;
  readonly updateWaits: boolean;
}

export const domainState = async (DomainName: string, region: string): Promise<DomainState> => {
  const client = new OpenSearchClient({ region });
  try {
    const [{ DomainStatus }, { ClusterHealth }] = await Promise.all([
      client.send(new DescribeDomainCommand({ DomainName })),
      client.send(new DescribeDomainHealthCommand({ DomainName })),
    ]);
    const { InstanceCount = 0, InstanceType = 'unknown' } = DomainStatus?.ClusterConfig ?? {};
    const isProcessing = DomainStatus?.Processing === true;
    return {
      version: DomainStatus?.EngineVersion ?? 'unknown',
      health: (ClusterHealth ?? 'unknown').toLowerCase(),
      nodes: `${InstanceCount} × ${InstanceType}`,
      processing: DomainStatus?.DomainProcessingStatus ?? (isProcessing ? 'Processing' : 'Active'),
      updateWaits: DomainStatus?.ServiceSoftwareOptions?.UpdateAvailable === true,
    };
  } finally {
    client.destroy();
  }
};
