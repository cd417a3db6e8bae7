import LibraryCore
import Workstation

/// What is wrong with a line of `thuthu desk`.
extension Wording {
  func actionFault(_ fault: ActionFault) -> String {
    switch fault {
    case .json(let fault): jsonFault(fault)
    case .unknownAction(let name):
      say(vi: "không có hành động «\(name)»", en: "there is no action “\(name)”")
    case .unknownField(let field):
      say(vi: "hành động này không có trường «\(field)»", en: "the action has no field “\(field)”")
    case .missing(let field):
      say(vi: "thiếu trường «\(field)»", en: "the field “\(field)” is missing")
    case .expected(let form, let field):
      say(
        vi: "trường «\(field)» phải là \(actionForm(form))",
        en: "the field “\(field)” must be \(actionForm(form))")
    case .notHere(let field):
      say(
        vi: "hành động này không nhận «\(field)»", en: "the action does not take “\(field)”")
    case .badRuleValue(let parameter, let text): badRuleValue(parameter, text)
    case .badRules(let faults, _): faults.map(ruleTableFault).joined(separator: "; ")
    case .badPatronTable(let outcome):
      patronTableFault(outcome) { "\"map\":[\"\($0)=name\"]" } ?? ""
    case .badTemplate(let faults, let kind):
      faults.map { slipFault($0, kind) }.joined(separator: "; ")
    case .noLunarTable: noLunarTable
    case .badRecord:
      say(
        vi: "trường «marc» không phải biểu ghi MARC-in-JSON",
        en: "the field “marc” is no record in MARC-in-JSON")
    case .onlyOneOf(let fields):
      say(
        vi: "chỉ được một trong các trường: \(fields.joined(separator: ", "))",
        en: "only one of the fields may be given: \(fields.joined(separator: ", "))")
    }
  }

  private func actionForm(_ form: ActionFields.Form) -> String {
    switch form {
    case .text: say(vi: "văn bản", en: "a text")
    case .flag: say(vi: "true hoặc false", en: "true or false")
    case .integer: say(vi: "số nguyên", en: "a whole number")
    case .day: say(vi: "ngày YYYY-MM-DD", en: "a day as YYYY-MM-DD")
    case .due:
      say(
        vi: "ngày YYYY-MM-DD, có thể kèm giờ HH:MM", en: "a day as YYYY-MM-DD, maybe with HH:MM")
    case .moment: say(vi: "thời điểm ISO 8601", en: "a moment in ISO 8601")
    case .list: say(vi: "mảng", en: "an array")
    case .texts: say(vi: "mảng văn bản", en: "an array of texts")
    case .integers: say(vi: "mảng số nguyên", en: "an array of whole numbers")
    case .objects: say(vi: "mảng đối tượng", en: "an array of objects")
    case .weekdays:
      say(vi: "mảng số từ 1 (thứ Hai) đến 7", en: "an array of numbers, 1 (Monday) to 7")
    case .object: say(vi: "đối tượng", en: "an object")
    case .oneOf(let choices): choices.joined(separator: "|")
    }
  }

  private func jsonFault(_ fault: JSONFault) -> String {
    let what =
      switch fault.kind {
      case .unexpectedEnd: say(vi: "dòng kết thúc giữa chừng", en: "the line ends too early")
      case .unexpectedByte: say(vi: "ký tự không đúng chỗ", en: "a character out of place")
      case .badEscape: say(vi: "chuỗi \\ không hợp lệ", en: "a bad \\ sequence")
      case .notUTF8: say(vi: "không phải UTF-8", en: "not UTF-8")
      case .tooDeep: say(vi: "lồng quá sâu", en: "nested too deeply")
      case .notAnObject: say(vi: "không phải đối tượng JSON", en: "not a JSON object")
      case .repeatedKey(let key): say(vi: "trường «\(key)» lặp lại", en: "“\(key)” comes twice")
      }
    return say(
      vi: "JSON sai ở byte \(fault.position): \(what)",
      en: "bad JSON at byte \(fault.position): \(what)")
  }
}
