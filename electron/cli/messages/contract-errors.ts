// The declared errors of the contract, in the words of somebody at a command line.
import { type Sentence, textOf } from "./sentence.ts";

export const CONTRACT_ERRORS: Readonly<Record<string, Sentence>> = {
  ALREADY_RETURNED:
    "Báo cáo này đã được trả lại một lần. Chưa ký gì thêm. Gửi lại đúng tệp trả lại, rồi chờ bản đính chính.",
  REPORT_REPLACED: "Báo cáo này đã được thay bằng bản đính chính. Chưa ký gì. Trả lời bản đính chính.",
  NO_REMARKS: "Chưa có nhận xét nào. Chưa ký gì. Ghi ít nhất một nhận xét, hoặc dùng biên nhận đã có.",
  REMARK_PLACE_UNKNOWN: ({ element, period }) =>
    `Báo cáo không có ô ${textOf(element)} kỳ ${textOf(period)} của đơn vị được nêu. Chưa ký gì. Sửa chỗ ghi nhận xét.`,
  NOT_RETURNED: "Báo cáo kỳ này chưa bị trả lại. Chưa mở ô nào. Đề nghị cấp trên cho đính chính trước.",
  NOT_ACCEPTED:
    "Báo cáo kỳ này chưa có biên nhận chấp nhận. Không có gì thay đổi. Chỉ xin đính chính báo cáo đã được chấp nhận.",
  PERIOD_OUTSIDE:
    "Ô được nêu thuộc kỳ không nằm trong báo cáo này. Chưa mở ô nào. Chọn ô của kỳ trong báo cáo.",
  REPORT_FORGOTTEN:
    "Bản mà báo cáo này đính chính được gửi sau bản sao lưu đã khôi phục, không còn ở đây. Không có gì thay đổi. Cấp trên giữ cả hai bản và so sánh được.",
  NOT_CORRECTION: "Đây là bản gửi lần đầu. Không có gì để so sánh. Chọn một bản đính chính.",
  DESK_UNKNOWN: "Đợt nhận này không còn mở. Gói đã nhận vẫn được giữ. Chạy lại receive với thư mục ấy.",
  NO_RECEIPTS: "Chưa có biên nhận nào. Không có gì thay đổi. Nhận gói trước bằng receive --accept.",
  NOT_RECEIVER:
    "Chỉ văn phòng cấp tỉnh mới tổng hợp báo cáo. Không có gì thay đổi. Chỉ --data vào sổ của tỉnh.",
  NOT_ADDITIVE: ({ label }) =>
    `“${textOf(label)}” không cộng thêm được. Chưa ghi dòng nào. Chọn chỉ tiêu tính bằng số lượng hoặc số tiền.`,
  COUNTERSIGNATURE_FORM:
    "Tệp này không phải chữ ký số (.p7s) hay PDF đã ký. Chưa có gì được lưu. Chọn tệp do phần mềm ký số tạo ra.",
  COUNTERSIGNATURE_SIZE:
    "Tệp chữ ký kèm theo lớn hơn 16 MB. Chưa có gì được lưu. Ký ra tệp .p7s rời hoặc giảm cỡ PDF.",
  COUNTERSIGNATURE_OTHER:
    "Chữ ký này ký lên một tệp khác, không phải gói này. Chưa có gì được lưu. Xuất gói bằng submit --plain rồi ký đúng tệp .goi ấy.",
  COUNTERSIGNATURE_UNKNOWN:
    "Không có tệp chữ ký này bên cạnh gói. Không có gì thay đổi. Xem countersign list.",
  TERM_REVERSED: "Ngày cuối đứng trước ngày đầu. Không có gì thay đổi. Sửa --from hoặc --until.",
  ADJUSTMENT_UNKNOWN: "Dòng bổ sung này đã được rút. Không có gì thay đổi. Xem lại bằng consolidate.",
  OFFICE_EXISTS: ({ name }) =>
    `Thư mục này đã có sổ của ${textOf(name)}. Không có gì thay đổi. Chọn thư mục khác bằng --data.`,
  NO_OFFICE: "Thư mục này chưa có đơn vị nào. Chạy lệnh init hoặc demo trước.",
  BACKUP_PASSPHRASE_WEAK:
    "Mật khẩu của bản sao lưu quá dễ đoán. Chưa tạo bản sao lưu nào. Đặt ít nhất 12 ký tự, nhiều từ không liên quan nhau.",
  BACKUP_REFUSED: "Không tạo được bản sao lưu. Các bản đã có được giữ nguyên.",
  BACKUP_UNKNOWN: "Không còn tệp sao lưu này trên máy. Không có gì thay đổi. Chọn bản khác.",
  CONFIRMATION_NEEDED: ({ code }) =>
    `Thư mục này đang có sổ mang mã ${textOf(code)}. Không có gì thay đổi. Chạy lại với --replace để thay; sổ cũ được cất vào replaced/.`,
  NOT_RESTORED: "Sổ này không phải là sổ vừa khôi phục. Không có gì thay đổi. Không cần chạy lệnh này.",
  RECEIPT_NEEDED:
    "Sổ vừa được khôi phục từ bản sao lưu nên chưa ký gói mới. Không có gì thay đổi. Nhận biên nhận mới nhất bằng receive, hoặc chạy backup no-receipt nếu chưa từng có.",
  SENT_BEFORE_RESTORE:
    "Biên nhận cho biết báo cáo này đã gửi sau khi sao lưu, cấp trên đã tiếp nhận. Chưa ký gì. Báo cáo đã tiếp nhận vẫn được tính; cần sửa thì xin cấp trên trả lại, nhận bản trả lại bằng receive rồi duyệt và ký lại, hoặc khôi phục bản sao lưu mới hơn, có báo cáo ấy.",
  UNIT_UNKNOWN: "Không có đơn vị mang mã này. Không có gì thay đổi. Xem mã ở units list.",
  CODE_TAKEN: ({ name }) => `Mã này đã dùng cho “${textOf(name)}”. Không có gì thay đổi. Chọn mã khác.`,
  DATE_BEFORE_ESTABLISHMENT: ({ establishedOn }) =>
    `Ngày chọn sớm hơn ngày thành lập. Không có gì thay đổi. Chọn ngày từ ${textOf(establishedOn)} trở đi.`,
  DATE_BEFORE_LAST_CHANGE: ({ validFrom }) =>
    `Đơn vị đã có thay đổi sau ngày chọn. Không có gì thay đổi. Chọn ngày từ ${textOf(validFrom)} trở đi.`,
  UNIT_ALREADY_ENDED: ({ endedOn }) =>
    `Đơn vị đã kết thúc hoạt động ngày ${textOf(endedOn)}. Không có gì thay đổi. Kiểm tra lại mã đơn vị.`,
  FIGURES_AFTER_END: ({ periods }) =>
    `Đơn vị đã có số liệu của kỳ bắt đầu sau ngày này (${textOf(periods)}). Không có gì thay đổi. Chọn ngày muộn hơn hoặc xóa số liệu các kỳ ấy trước.`,
  SUCCESSOR_MISSING: ({ least }) =>
    `Chưa nêu đủ công đoàn tiếp nối (ít nhất ${textOf(least)}). Không có gì thay đổi. Nêu thêm rồi chạy lại.`,
  SUCCESSOR_SURPLUS: ({ most }) =>
    `Nêu nhiều công đoàn tiếp nối hơn mức cho phép (nhiều nhất ${textOf(most)}). Không có gì thay đổi. Bỏ bớt rồi chạy lại.`,
  SUCCESSOR_NOT_ACTIVE: ({ name }) =>
    `“${textOf(name)}” không hoạt động vào ngày hôm sau. Không có gì thay đổi. Chọn công đoàn hoặc ngày khác.`,
  RECEIVER_MISSING: "Chưa nêu công đoàn cấp trên tiếp nhận. Không có gì thay đổi. Nêu tên rồi chạy lại.",
  DATE_IN_FUTURE: "Ngày hiệu lực sau ngày hôm nay. Không có gì thay đổi. Ghi vào đúng ngày có hiệu lực.",
  OFFICE_ROLE_FIXED:
    "Không đổi được giữa nơi gửi và nơi tiếp nhận báo cáo. Không có gì thay đổi. Lập sổ mới trong thư mục khác.",
  PARENT_BELOW: ({ name }) =>
    `“${textOf(name)}” không thể là cấp trên. Không có gì thay đổi. Kiểm tra lại mã cấp trên.`,
  PERSON_UNKNOWN: "Không có người này. Không có gì thay đổi. Xem lại danh sách người làm việc.",
  STEP_UNKNOWN: "Không có thay đổi này để hoàn tác. Không có gì thay đổi. Xem lại đơn vị trong sổ.",
  WORKFORCE_REQUIRED: ({ workforce }) =>
    `Số lao động đã ghi (${textOf(workforce)}) không để trống lại được. Không có gì thay đổi. Ghi số lao động đúng.`,
  RULE_UNKNOWN: "Không có quy tắc kiểm tra mang mã này. Không có gì thay đổi. Kiểm tra lại mã.",
  EMPLOYER_UNKNOWN: "Không có đơn vị sử dụng lao động này. Không có gì thay đổi. Kiểm tra lại mã.",
  HANDLE_UNKNOWN: "Không mở được tệp. Chưa có gì được nhập. Kiểm tra đường dẫn rồi chạy lại.",
  FILE_REFUSED: "Không đọc được tệp. Chưa có gì được nhập.",
  PREVIEW_UNKNOWN: "Bản xem trước này đã được dùng. Không có gì được ghi thêm. Chạy lại lệnh từ tệp.",
  PREVIEW_STALE: "Dữ liệu đã thay đổi từ lúc xem trước. Chưa có gì được ghi. Chạy lại lệnh.",
  PERIOD_LOCKED: ({ periods, period }) =>
    `Kỳ ${textOf(periods ?? period)} đã duyệt hoặc đã nộp nên không ghi được. Không có gì thay đổi. Mở lại kỳ (khi chưa ký) hoặc lập đính chính.`.replace(
      "Kỳ  đã",
      "Kỳ đã",
    ),
  BATCH_UNKNOWN:
    "Không có lần nhập này. Không có gì thay đổi. Xem mã lần nhập trong kết quả của lệnh import.",
  ALREADY_UNDONE:
    "Lần nhập này đã được hoàn tác. Không có gì thay đổi thêm. Muốn nhập lại thì chạy lại import.",
  UNDO_CONFLICT: ({ changed }) =>
    `Không hoàn tác được: có dữ liệu đã sửa sau lần nhập (${textOf(changed)}). Không có gì thay đổi. Trả các chỗ ấy về giá trị đã nhập rồi chạy lại.`,
  PROGRAMME_UNKNOWN: "Không có chương trình mang mã này. Không có gì thay đổi. Xem mã ở programmes list.",
  PROGRAMME_INVALID: "Tệp chương trình có lỗi. Chưa có gì được nhập. Sửa từng chỗ dưới đây rồi chạy lại:",
  PROGRAMME_EXISTS: ({ code }) =>
    `Đã có chương trình mang mã ${textOf(code)}. Không có gì thay đổi. Đổi mã trong tệp hoặc dùng chương trình đang có.`,
  PROGRAMME_IN_USE: ({ use }) =>
    `Không ngừng dùng được chương trình này: đã có thứ gắn với nó (${textOf(use)}). Không có gì thay đổi. Khi hết giai đoạn thì kết thúc chương trình.`,
  DRAFT_UNKNOWN: "Không còn bản dự thảo mang mã này. Không có gì thay đổi. Xem mã ở programmes list.",
  STALE_DRAFT: ({ author }) =>
    `${textOf(author)} vừa sửa dự thảo này ở nơi khác. Bản mới nhất được giữ. Đọc lại rồi sửa lần nữa.`,
  MOVE_NOT_OFFERED:
    "Chương trình không còn ở tình trạng cho phép việc này. Không có gì thay đổi. Xem programmes list.",
  MOVE_DAY_REFUSED: ({ earliest, latest }) =>
    `Ngày ghi không dùng được. Không có gì thay đổi. Chọn ngày từ ${textOf(earliest)} đến ${textOf(latest)}.`,
  REVISION_REFUSED: ({ target, fault }) =>
    `Không điều chỉnh được chỉ tiêu ${textOf(target)} (${textOf(fault)}). Không có gì thay đổi. Sửa rồi chạy lại.`,
  TARGET_NOT_QUALITATIVE:
    "Chỉ tiêu này tính bằng số liệu nên không nhận kết luận bằng nhận xét. Không có gì thay đổi. Xem evaluate.",
  TARGET_UNKNOWN: "Chương trình không có chỉ tiêu này. Không có gì thay đổi. Xem mã ở programmes show.",
  FORM_MISMATCH: "Biểu và kỳ không khớp. Không có gì thay đổi. Ví dụ đúng: --form half --period 2024-H1.",
  STALE_REVISION: "Ô này vừa được người khác sửa. Giá trị mới nhất được giữ. Đọc lại rồi ghi lại nếu cần.",
  NOT_APPLICABLE:
    "Chỉ tiêu không áp dụng cho loại hình của đơn vị. Ô không thay đổi. Kiểm tra loại hình đơn vị.",
  UNIT_NOT_ACTIVE:
    "Đơn vị không hoạt động trong kỳ này. Ô không thay đổi. Kiểm tra ngày thành lập và ngày kết thúc.",
  YEARS_REFUSED:
    "Các năm đã chọn không xem được cùng nhau. Không có gì thay đổi. Chọn lại năm đầu và năm cuối.",
  ELEMENT_UNKNOWN: "Không có chỉ tiêu thống kê này. Không có gì được ghi. Kiểm tra mã chỉ tiêu.",
  RHYTHM_TOO_SHORT: "Chỉ tiêu không thu thập ở kỳ ngắn như vậy. Không có gì được ghi. Ghi ở kỳ dài hơn.",
  VALUE_REFUSED: "Giá trị không được nhận. Giá trị cũ được giữ. Sửa giá trị rồi ghi lại.",
  INCIDENT_IN_FUTURE:
    "Ngày ghi sau ngày hôm nay. Không có gì được ghi. Sửa ngày xảy ra hoặc ngày giải quyết xong.",
  INCIDENT_RESOLVED_TOO_EARLY:
    "Ngày giải quyết xong sớm hơn ngày xảy ra. Không có gì được ghi. Sửa một trong hai ngày.",
  INCIDENT_OTHER_KIND:
    "Số người chết, bị thương chỉ ghi cho tai nạn lao động. Không có gì được ghi. Chọn lại loại vụ việc hoặc bỏ trống hai số này.",
  STALE_INCIDENT: "Vụ việc vừa được người khác sửa. Bản mới nhất được giữ. Đọc lại rồi sửa lần nữa.",
  INCIDENT_UNKNOWN: "Không có vụ việc này. Không có gì thay đổi. Mở lại danh sách vụ việc.",
  NO_LIST: "Kỳ này không ghi danh sách vụ việc. Không có gì thay đổi. Chọn kỳ tháng hoặc quý.",
  EXTENSION_NOT_LATER: ({ collectOn }) =>
    `Hạn mới phải sau hạn đang có (${textOf(collectOn)}). Không có gì thay đổi. Chọn ngày muộn hơn.`,
  BANDS_NOT_DESCENDING:
    "Điểm của các mức xếp loại không giảm dần. Không có gì được ghi. Ghi điểm của mức trên cao hơn mức dưới.",
  GRADED_YEAR_LOCKED: ({ year }) =>
    `Báo cáo năm ${textOf(year)} đã duyệt theo thang đang có. Không có gì thay đổi. Chọn ngày áp dụng sau năm ấy.`,
  EXTENSION_UNKNOWN: "Không có lần gia hạn này. Không có gì thay đổi. Mở lại danh sách gia hạn.",
  NO_UNITS_TO_ASK: "Kỳ này không có đơn vị nào để gửi biểu. Chưa ghi tệp nào. Kiểm tra kỳ và sổ đơn vị.",
  TOO_MANY_FILES: ({ most }) =>
    `Quá nhiều tệp một lần. Chưa có gì được nhập. Chia thành các lần nhiều nhất ${textOf(most)} tệp.`,
  DUPLICATE_CHOSEN: ({ changed }) =>
    `Cùng một ô có ở nhiều tệp (${textOf(changed)}). Chưa có gì được ghi. Bỏ bớt một tệp rồi chạy lại.`,
  NOTHING_TO_APPLY:
    "Các tệp không có gì mới để ghi. Không có gì thay đổi. Kiểm tra xem có chọn đúng tệp không.",
  NOTHING_REJECTED:
    "Không có ô nào bị từ chối nên không có tệp trả lại. Không có gì thay đổi. Không cần làm gì.",
  CHECKS_FAILED: ({ blocking, unexplained }) =>
    `Chưa duyệt được. Lỗi chặn: ${textOf(blocking)}; cảnh báo chưa giải trình: ${textOf(unexplained)}. Kỳ vẫn mở. Xem lệnh check, sửa số hoặc giải trình bằng explain.`,
  INCOMPLETE: ({ started, expected, complete }) =>
    `Mới có ${textOf(started)}/${textOf(expected)} đơn vị có số liệu kỳ này (${textOf(complete)} đơn vị đủ mọi ô). Kỳ vẫn mở. Chờ đủ số liệu, hoặc duyệt với --incomplete "lý do".`,
  OWN_INCOMPLETE: ({ asked, filled }) =>
    `Mới có ${textOf(filled)}/${textOf(asked)} ô số liệu của chính đơn vị. Kỳ vẫn mở. Nhập cho đủ, hoặc duyệt với --incomplete "lý do".`,
  UNSAVED_TEXTS: ({ cells }) =>
    `${textOf(cells)} ô còn chữ chưa lưu được trong biểu nhập nên chưa duyệt. Kỳ vẫn mở. Mở chương trình, sửa các ô đó hoặc bấm Esc để bỏ chữ đã gõ.`,
  NO_ENTRIES: "Kỳ này chưa có số liệu nào nên chưa duyệt được. Kỳ vẫn mở. Nhập số liệu trước.",
  APPROVER_NEEDED: ({ name }) =>
    `${textOf(name) || "Người này"} không có quyền duyệt. Kỳ vẫn mở. Chọn người có vai trò duyệt.`,
  REPORT_SIGNED: "Báo cáo của kỳ này đã ký nộp. Bản đã ký được giữ nguyên. Lập đính chính nếu cần sửa.",
  REPORT_APPROVED:
    "Kỳ này đã duyệt nên cột của Phụ lục 4 không đổi được. Báo cáo vẫn đúng bản đã duyệt. Mở lại kỳ, đổi cột rồi duyệt lại.",
  PAPER_CHANGED: "Báo cáo in vừa được sửa, khác bản đang xem. Chưa ký gì. Xem lại rồi ký lần nữa.",
  REPORT_PART_CHANGED: ({ author }) =>
    `Đoạn này vừa được ${textOf(author) || "người khác"} sửa. Báo cáo không thay đổi. Đọc lại rồi sửa lần nữa.`,
  REPORT_PART_REFUSED: ({ name }) =>
    `Nội dung không nhận được ở mục ${textOf(name)}. Nội dung cũ được giữ. Kiểm tra lại rồi ghi.`,
  FIGURE_UNKNOWN: ({ changed }) =>
    `Không có số liệu mang tên ${textOf(changed)}. Báo cáo không thay đổi. Sửa tên hoặc bỏ dấu ngoặc nhọn.`,
  REPORT_NUMBER_TAKEN: ({ periods }) =>
    `Số văn bản này đã dùng trong năm (${textOf(periods)}). Số cũ được giữ. Ghi số khác.`,
  APPROVAL_STALE:
    "Bản báo cáo giữ lại lúc duyệt không có hoặc không còn nguyên. Chưa ký gì. Mở lại kỳ, xem lại rồi duyệt lần nữa.",
  SECOND_PERSON_NEEDED: ({ author }) =>
    `Người duyệt phải khác người đã nhập số liệu (${textOf(author)}). Kỳ vẫn mở. Chọn người duyệt khác.`,
  NOT_APPROVED: "Kỳ chưa được duyệt. Không có gì thay đổi. Chạy approve trước.",
  ALREADY_SUBMITTED:
    "Kỳ này đã ký và nộp. Gói đã ký vẫn còn nguyên. Chạy submit với --out để xuất lại đúng gói đó.",
  NO_PARENT:
    "Đơn vị chưa có cấp trên để nộp. Không có gì thay đổi. Khai cấp trên khi tạo đơn vị (--parent-code).",
  NO_KEY: "Chưa có khóa ký. Không có gì thay đổi. Chạy keys create trước.",
  KEY_EXISTS: "Đơn vị đã có khóa ký. Không có gì thay đổi. Xem khóa ở keys show.",
  PASSPHRASE_WRONG: "Sai mật khẩu khóa. Không có gì thay đổi. Kiểm tra biến SCD_PASSPHRASE.",
  PASSPHRASE_WEAK:
    "Cụm mật khẩu quá yếu. Chưa tạo khóa. Đặt câu ít nhất 12 ký tự, không lặp và không phải câu thường gặp.",
  NO_TRUST:
    "Chưa có danh sách khóa. Không có gì thay đổi. Chạy trust create (tỉnh) hoặc trust import (đơn vị).",
  TRUST_EXISTS: "Đã có danh sách khóa. Không có gì thay đổi. Thêm đơn vị bằng trust add.",
  NOT_A_PROVINCE:
    "Chỉ Liên đoàn Lao động tỉnh, thành phố lập danh sách khóa. Không có gì thay đổi. Nhập danh sách của tỉnh bằng trust import.",
  KEY_WAIT: ({ seconds }) =>
    `Mật khẩu khóa đã sai nhiều lần. Không có gì thay đổi. Chờ ${textOf(seconds)} giây rồi chạy lại.`,
  KEY_ENDED: ({ status }) =>
    `Tỉnh đã ngừng công nhận khóa ký của đơn vị (${textOf(status)}). Chưa ký gì. Chạy keys rotate rồi gửi phiếu đăng ký về tỉnh.`,
  KEY_WAITING:
    "Đã có khóa mới đang chờ tỉnh đưa vào danh sách. Không có gì thay đổi. Gửi phiếu đăng ký bằng keys enrol.",
  NOT_FOR_A_PROVINCE:
    "Tỉnh thay khóa của mình ngay trong danh sách. Không có gì thay đổi. Chạy trust rotate --own.",
  ROOT_KEYS_MISSING: ({ needed, opened }) =>
    `Cần ${textOf(needed)} khóa gốc để ký danh sách, mới mở được ${textOf(opened)}. Danh sách không thay đổi. Đặt thêm mã trên giấy vào biến SCD_ROOT_CODES, cách nhau bằng dấu phẩy.`,
  KEY_NOT_LISTED: "Khóa này không có trong danh sách. Danh sách không thay đổi. Xem mã khóa ở trust show.",
  KEY_STATE:
    "Khóa không còn ở tình trạng cho phép việc này, hoặc là khóa duy nhất tỉnh đang dùng. Danh sách không thay đổi. Xem trust show.",
  THRESHOLD_TOO_HIGH: ({ keys }) =>
    `Số khóa phải cùng ký lớn hơn số khóa gốc (${textOf(keys)}). Danh sách không thay đổi. Giảm --threshold hoặc tăng --keys.`,
  FILE_PASSPHRASE_WRONG:
    "Tệp được mã hóa bằng mật khẩu riêng, và mật khẩu vừa dùng không mở được. Chưa nhập gì. Đặt đúng mật khẩu nghe qua điện thoại vào SCD_FILE_PASSPHRASE rồi chạy lại.",
  RECIPIENTS_MISSING: ({ changed }) =>
    `Nơi nhận chưa có khóa mã hóa: ${textOf(changed)}. Chưa ghi tệp nào, chưa ký gì thêm. Nhập danh sách khóa mới nhất (trust import), hoặc xin nơi nhận đăng ký khóa. Không chờ được thì chạy lại với --file-passphrase và đọc mật khẩu của tệp qua điện thoại, hoặc với --plain và trao tệp tận tay.`,
  TOO_MANY_RECIPIENTS: ({ most }) =>
    `Một tệp mã hóa gửi được cho nhiều nhất ${textOf(most)} nơi nhận. Chưa ghi tệp nào. Chia thành nhiều lần gửi.`,
  KEYID_MISMATCH:
    "Mã khóa đã gõ không trùng mã khóa trong tệp. Chưa có gì được nhập. Đọc lại 64 ký tự trên phiếu đăng ký khóa bằng giấy có chữ ký, đóng dấu; nếu vẫn khác thì gọi điện cho đơn vị, không thêm khóa này.",
  BUNDLE_REFUSED: "Gói bị từ chối. Chưa có gì được nhập. Xin đơn vị gửi chép lại tệp gốc.",
  BUNDLE_DAMAGED:
    "Tệp gói đã lưu không còn hoặc không còn nguyên vẹn. Không có gì thay đổi. Xin lại tệp từ nơi gửi và chạy doctor.",
  BUNDLE_UNKNOWN: "Không có gói mang mã này. Không có gì thay đổi. Kiểm tra lại mã gói.",
  DISK_FULL:
    "Nơi ghi đã đầy nên không ghi được tệp; không để lại tệp dở dang. Gói đã ký vẫn còn trong dữ liệu. Giải phóng chỗ hoặc chọn nơi khác rồi chạy lại.",
  WRITE_FAILED:
    "Không ghi được tệp; không để lại tệp dở dang. Gói đã ký vẫn còn trong dữ liệu. Kiểm tra ổ đĩa và quyền ghi rồi chạy lại.",
};
