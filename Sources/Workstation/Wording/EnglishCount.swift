/// A number before an English noun: `1 copy`, `2 copies`.
///
/// Vietnamese nouns have one form for both. Any number will do that can be shown, also one that is grouped already; what takes
/// the singular is `1` alone. Where a verb or a pronoun follows the number it belongs into both forms (`"copy waits"`,
/// `"copies wait"`).
public func counted(_ number: some CustomStringConvertible, _ one: String, _ many: String? = nil)
  -> String
{
  let shown = number.description
  return "\(shown) \(shown == "1" ? one : many ?? one + "s")"
}
