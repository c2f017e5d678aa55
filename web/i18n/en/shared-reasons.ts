import type { Words } from '../words.ts';
import type zh from '../zh/shared-reasons.ts';

const en: Words<typeof zh> = {
  must_not_be_empty: 'fill this in',
  must_have_at_most_n_characters: 'write at most {n} characters',
  must_have_at_most_n_entries: 'choose at most {n}',
  must_not_repeat_an_entry: 'something stands here twice',
  must_be_one_line_without_control_characters: 'write one line of text',
  needs_a_text_in_chinese_or_in_english: 'write it in Chinese, in English or in both',
  must_be_after_from_: 'must be later than the start',
  is_not_a_time_zone_of_the_iana_database: 'is not a time zone',
  is_not_a_known_field: 'is not known here',
  invalid_input_expected_string_received_undefined: 'fill this in',
  invalid_input_expected_number_received_undefined: 'fill in a number',
  must_be_after_availablefrom_: 'must be after the earliest start',
  must_not_be_before_from_: 'must not be before the first day',
  must_be_a_phone_number_such_as_n: 'must have its country code, such as +{n}',
  invalid_url: 'must be a whole address such as https://example.org',
  too_small_expected_number_to_be_n: 'must be at least {n}',
  too_big_expected_number_to_be_n: 'must be at most {n}',
  invalid_input_expected_int_received_number: 'must be a whole number',
  must_name_at_least_one_major: 'choose at least one major',
  must_name_at_least_one_language: 'name at least one language',
};
export default en;
