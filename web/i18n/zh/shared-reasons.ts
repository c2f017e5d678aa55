/** Why a field is wrong: the server's predicates (functions/values.ts), with `n` for the number in them. */
export default {
  must_not_be_empty: '请填写',
  must_have_at_most_n_characters: '最多 {n} 个字',
  must_have_at_most_n_entries: '最多 {n} 项',
  must_not_repeat_an_entry: '有重复的项',
  must_be_one_line_without_control_characters: '只能是一行文字',
  needs_a_text_in_chinese_or_in_english: '请用中文或英文填写，至少一种',
  must_be_after_from_: '必须晚于开始',
  is_not_a_time_zone_of_the_iana_database: '不是有效的时区',
  is_not_a_known_field: '不认识这一项',
  invalid_input_expected_string_received_undefined: '请填写',
  invalid_input_expected_number_received_undefined: '请填写数字',
};
