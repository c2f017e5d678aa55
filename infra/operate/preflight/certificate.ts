import { ACMClient, DescribeCertificateCommand, ResourceNotFoundException } from '@aws-sdk/client-acm';
import { type Finding, missing, ok } from './finding.ts';

export interface WantedCertificate {
  readonly arn: string;
  readonly domainName: string;
  /** Where it has to lie for what it stands before. */
  readonly region: string;
}

const covers = (name: string, domainName: string): boolean =>
  name === domainName ||
  (name.startsWith('*.') && domainName.slice(domainName.indexOf('.')) === name.slice(1));

/** Whether the certificate is issued, for this domain name, where it is needed. */
export const findingOfCertificate = async ({
  arn,
  domainName,
  region,
}: WantedCertificate): Promise<Finding> => {
  const [, , , lies = ''] = arn.split(':');
  const askFor = `Ask for one in ${region}: aws acm request-certificate --domain-name ${domainName} --validation-method DNS --region ${region}`;
  if (lies !== region) return missing(`it lies in ${lies}, and is needed in ${region}`, askFor);
  const client = new ACMClient({ region });
  try {
    const { Certificate } = await client.send(new DescribeCertificateCommand({ CertificateArn: arn }));
    const { Status, DomainName = '', SubjectAlternativeNames = [] } = Certificate ?? {};
    if (Status === 'PENDING_VALIDATION')
      return missing(
        'it waits for its validation',
        `Put the records into the DNS that aws acm describe-certificate --certificate-arn ${arn} --region ${region} shows.`,
      );
    if (Status !== 'ISSUED') return missing(`it is ${Status}`, askFor);
    const names = [DomainName, ...SubjectAlternativeNames];
    if (!names.some((name) => covers(name, domainName)))
      return missing(`it is for ${names.join(', ')} and not for ${domainName}`, askFor);
    return ok(`issued for ${domainName} in ${region}`);
  } catch (error) {
    if (error instanceof ResourceNotFoundException) return missing(`there is no certificate ${arn}`, askFor);
    throw error;
  } finally {
    client.destroy();
  }
};
