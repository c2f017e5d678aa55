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
};
export default en;
