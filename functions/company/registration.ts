const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const shape = /^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/;

/** The check character of the first 17 characters of a unified social credit code (GB 32100-2015, ISO 7064 style, modulus 31). */
const checkCharacter = (first17: string): string => {
  let sum = 0;
  let weight = 1; // 3^(i-1) mod 31
  for (const character of first17) {
    sum += alphabet.indexOf(character) * weight;
    weight = (weight * 3) % 31;
  }
  return alphabet.charAt((31 - (sum % 31)) % 31);
};

/** Whether `code` has the shape and the check character that GB 32100-2015 asks for. */
export const isUnifiedSocialCreditCode = (code: string): boolean =>
  shape.test(code) && checkCharacter(code.slice(0, 17)) === code.charAt(17);

/** A company's number in the register of another country. */
export const foreignNumber = /^[A-Za-z0-9][A-Za-z0-9 ./-]{2,39}$/;

/** Completes 17 characters to a valid code. */
export const completeUnifiedSocialCreditCode = (first17: string): string => first17 + checkCharacter(first17);
