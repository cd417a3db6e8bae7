import MARC

extension Wording {
  /// Why a mapping profile cannot be used.
  public func mappingFault(_ fault: MappingFiles.Fault) -> String {
    switch fault {
    case .unknown(let name):
      say(vi: "không có hồ sơ ánh xạ «\(name)»", en: "there is no mapping profile “\(name)”")
    case .faulty(let name, let fault):
      say(
        vi: "hồ sơ ánh xạ \(name), dòng \(fault.line): ",
        en: "mapping profile \(name), line \(fault.line): ") + mappingFaultKind(fault.kind)
    }
  }

  private func mappingFaultKind(_ kind: MappingFault.Kind) -> String {
    switch kind {
    case .notText: say(vi: "không phải chữ UTF-8", en: "not UTF-8 text")
    case .noSource:
      say(vi: "thiếu dấu = hoặc tên cột trước nó", en: "there is no = or no column before it")
    case .badTag(let tag): say(vi: "nhãn trường lạ «\(tag)»", en: "an odd tag “\(tag)”")
    case .badIndicators(let text):
      say(vi: "hai chỉ thị không thể là «\(text)»", en: "two indicators cannot be “\(text)”")
    case .badSubfield(let text):
      say(
        vi: "thiếu trường con như $a (đọc được «\(text)»)",
        en: "a subfield such as $a is missing (found “\(text)”)")
    case .unknownWord(let word): say(vi: "từ lạ «\(word)»", en: "an unknown word “\(word)”")
    case .repeated(let name):
      say(vi: "«\(name)» đã có ở dòng trên", en: "“\(name)” is spoken of above already")
    case .noRules: say(vi: "không có dòng ánh xạ nào", en: "it maps nothing")
    }
  }
}
