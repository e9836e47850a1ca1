// Every declared error of the contract: what happened, what was kept, what to do next (ui.md §1).
// Over 300 lines because it is a table of words.
export const errors = {
  DESK_UNKNOWN: {
    what: "Đợt nhận này không còn mở.",
    kept: "Những gói đã nhận vẫn được giữ; các gói khác chưa nhận.",
    next: "Chọn lại thư mục để kiểm tra lần nữa; gói đã nhận sẽ được báo là đã có.",
  },
  ALREADY_RETURNED: {
    what: "Báo cáo này đã được trả lại một lần.",
    kept: "Chưa ký gì thêm; tệp trả lại vẫn được giữ.",
    next: "Gửi lại đúng tệp trả lại ấy, rồi chờ bản đính chính.",
  },
  REPORT_REPLACED: {
    what: "Báo cáo này đã được thay bằng bản đính chính.",
    kept: "Chưa ký gì.",
    next: "Mở bản đính chính mới nhất rồi trả lời bản ấy.",
  },
  NO_REMARKS: {
    what: "Chưa có nhận xét nào để gửi.",
    kept: "Chưa ký gì; biên nhận đã có vẫn còn hiệu lực.",
    next: "Ghi ít nhất một nhận xét.",
  },
  REMARK_PLACE_UNKNOWN: {
    what: "Báo cáo không có ô mà nhận xét nêu.",
    kept: "Chưa ký gì.",
    next: "Bỏ nhận xét ấy, hoặc chọn lại ô trong bảng số liệu của báo cáo.",
  },
  NOT_RETURNED: {
    what: "Báo cáo kỳ này chưa bị trả lại.",
    kept: "Chưa mở ô nào; số liệu được giữ nguyên.",
    next: "Xin cấp trên cho đính chính, nhập tệp cho phép rồi chọn ô.",
  },
  NOT_ACCEPTED: {
    what: "Báo cáo kỳ này chưa được chấp nhận.",
    kept: "Không có gì thay đổi.",
    next: "Nhập biên nhận của cấp trên trước; báo cáo chưa ký thì mở lại kỳ để sửa.",
  },
  PERIOD_OUTSIDE: {
    what: "Ô này thuộc kỳ không nằm trong báo cáo.",
    kept: "Chưa mở ô nào.",
    next: "Chọn ô của một kỳ có trong báo cáo.",
  },
  NOT_CORRECTION: {
    what: "Đây là bản gửi lần đầu, không có bản trước để so sánh.",
    kept: "Không có gì thay đổi.",
    next: "Mở một bản đính chính.",
  },
  REPORT_FORGOTTEN: {
    what: "Bản mà báo cáo này đính chính được gửi sau bản sao lưu đã khôi phục, không còn ở đây để so sánh.",
    kept: "Không có gì thay đổi.",
    next: "Cấp trên giữ cả hai bản và so sánh được.",
  },
  NO_RECEIPTS: {
    what: "Đợt này chưa có biên nhận nào.",
    kept: "Không có gì thay đổi.",
    next: "Nhận các gói trước, rồi lưu biên nhận.",
  },
  NOT_RECEIVER: {
    what: "Chỉ văn phòng cấp tỉnh mới tổng hợp báo cáo của các đơn vị.",
    kept: "Không có gì thay đổi.",
    next: "Mở sổ của liên đoàn lao động tỉnh.",
  },
  NOT_ADDITIVE: {
    what: "“{{label}}” không phải là số đếm hay số tiền nên không cộng thêm được.",
    kept: "Chưa ghi dòng bổ sung nào.",
    next: "Chọn một chỉ tiêu thống kê tính bằng số lượng hoặc số tiền.",
  },
  COUNTERSIGNATURE_FORM: {
    what: "Tệp này không phải chữ ký số (.p7s) hay PDF đã ký.",
    kept: "Chưa có gì được lưu.",
    next: "Chọn đúng tệp do phần mềm ký số tạo ra.",
  },
  COUNTERSIGNATURE_SIZE: {
    what: "Tệp chữ ký kèm theo lớn hơn mức cho phép.",
    kept: "Chưa có gì được lưu.",
    next: "Ký ra tệp .p7s rời, hoặc giảm cỡ PDF dưới 16 MB.",
  },
  COUNTERSIGNATURE_OTHER: {
    what: "Chữ ký này ký lên một tệp khác, không phải gói này.",
    kept: "Chưa có gì được lưu.",
    next: "Lưu gói ra dưới dạng không mã hóa (.goi) rồi ký lên đúng tệp ấy.",
  },
  COUNTERSIGNATURE_UNKNOWN: {
    what: "Không còn tệp chữ ký này bên cạnh gói.",
    kept: "Không có gì thay đổi.",
    next: "Tải lại trang và chọn lại.",
  },
  TERM_REVERSED: {
    what: "Ngày cuối đứng trước ngày đầu.",
    kept: "Không có gì thay đổi.",
    next: "Sửa một trong hai ngày.",
  },
  ADJUSTMENT_UNKNOWN: {
    what: "Dòng bổ sung này đã được rút trước đó.",
    kept: "Không có gì thay đổi.",
    next: "Tải lại bảng tổng hợp.",
  },
  OFFICE_EXISTS: {
    what: "Thư mục này đã có sổ của {{name}}.",
    kept: "Sổ đang có được giữ nguyên, không có gì bị ghi đè.",
    next: "Mở sổ đang có, hoặc chạy chương trình với một thư mục trống để lập sổ khác.",
  },
  BACKUP_PASSPHRASE_WEAK: {
    what: "Mật khẩu của bản sao lưu quá dễ đoán. {{reason}}",
    kept: "Chưa tạo bản sao lưu nào.",
    next: "Dùng bốn từ trở lên không liên quan nhau, dài ít nhất 12 ký tự.",
  },
  BACKUP_REFUSED: {
    what: "Không tạo được bản sao lưu. {{reason}}",
    kept: "Các bản sao lưu đã có được giữ nguyên.",
    next: "Mở Cài đặt, mục Kiểm tra sổ, để biết sổ hỏng ở đâu; không ghi thêm số liệu.",
  },
  BACKUP_UNKNOWN: {
    what: "Không còn tệp sao lưu này trên máy.",
    kept: "Không có gì thay đổi.",
    next: "Tải lại danh sách, hoặc chọn tệp ở nơi đã lưu.",
  },
  CONFIRMATION_NEEDED: {
    what: "Mã văn phòng gõ vào không trùng mã của sổ đang mở ({{code}}).",
    kept: "Sổ đang mở được giữ nguyên.",
    next: "Gõ đúng mã của sổ sẽ bị thay rồi khôi phục lại.",
  },
  NOT_RESTORED: {
    what: "Sổ này không phải là sổ vừa khôi phục.",
    kept: "Không có gì thay đổi.",
    next: "Không cần làm gì.",
  },
  RECEIPT_NEEDED: {
    what: "Sổ được khôi phục từ bản sao lưu ngày {{restoredOn}}, chưa rõ sau đó đã gửi những gì.",
    kept: "Kỳ đã duyệt được giữ nguyên; chưa ký gói mới.",
    next: "Nhận biên nhận mới nhất của cấp trên, hoặc xác nhận chưa từng có biên nhận ở Cài đặt, mục Sao lưu và khôi phục.",
  },
  SENT_BEFORE_RESTORE: {
    what: "Biên nhận cho biết báo cáo này đã được gửi sau khi sao lưu và cấp trên đã tiếp nhận.",
    kept: "Chưa ký gì; số liệu của kỳ được giữ nguyên.",
    next: "Báo cáo đã tiếp nhận vẫn được tính, không cần gửi lại. Cần sửa thì xin cấp trên trả lại, nhận bản trả lại ở Báo cáo & gói nộp rồi lập bản đính chính; hoặc khôi phục bản sao lưu mới hơn, có báo cáo ấy.",
  },
  UNIT_UNKNOWN: {
    what: "Không tìm thấy đơn vị này trong sổ.",
    kept: "Sổ không thay đổi.",
    next: "Tải lại danh sách và chọn lại; có thể đơn vị vừa bị hoàn tác cùng một lần nhập tệp.",
  },
  CODE_TAKEN: {
    what: "Mã này đã dùng cho “{{name}}”.",
    kept: "Những gì đã nhập vẫn còn trong ô; sổ chưa thay đổi.",
    next: "Chọn mã khác, hoặc mở đơn vị đang có mã này.",
  },
  DATE_BEFORE_ESTABLISHMENT: {
    what: "Ngày chọn sớm hơn ngày thành lập ({{establishedOn}}).",
    kept: "Sổ chưa thay đổi.",
    next: "Chọn ngày từ {{establishedOn}} trở đi.",
  },
  DATE_BEFORE_LAST_CHANGE: {
    what: "Đơn vị đã có thay đổi từ ngày {{validFrom}}, sau ngày chọn.",
    kept: "Lịch sử đã ghi được giữ nguyên.",
    next: "Chọn ngày sau {{validFrom}}.",
  },
  UNIT_ALREADY_ENDED: {
    what: "Đơn vị đã kết thúc hoạt động ngày {{endedOn}}.",
    kept: "Sổ không thay đổi.",
    next: "Xem lịch sử của đơn vị để kiểm tra quyết định.",
  },
  FIGURES_AFTER_END: {
    what: "Đơn vị đã có số liệu của kỳ bắt đầu sau ngày này{{periods}}.",
    kept: "Đơn vị và số liệu được giữ nguyên.",
    next: "Chọn ngày muộn hơn, hoặc mở từng kỳ trên ở Nhập số liệu và xóa số liệu của đơn vị này trước.",
  },
  SUCCESSOR_MISSING: {
    what: "Chưa chọn đủ công đoàn tiếp nối (ít nhất {{least}}).",
    kept: "Sổ chưa thay đổi.",
    next: "Chọn công đoàn tiếp nối; nếu chưa có trong sổ, thêm vào sổ trước.",
  },
  SUCCESSOR_SURPLUS: {
    what: "Đã chọn nhiều công đoàn tiếp nối hơn mức cho phép (nhiều nhất {{most}}).",
    kept: "Sổ chưa thay đổi.",
    next: "Bỏ bớt công đoàn tiếp nối, hoặc chọn lại cách kết thúc.",
  },
  SUCCESSOR_NOT_ACTIVE: {
    what: "“{{name}}” không hoạt động vào ngày hôm sau, nên không thể là công đoàn tiếp nối.",
    kept: "Sổ chưa thay đổi.",
    next: "Chọn công đoàn khác hoặc ngày khác.",
  },
  RECEIVER_MISSING: {
    what: "Chưa ghi công đoàn cấp trên tiếp nhận.",
    kept: "Sổ chưa thay đổi.",
    next: "Ghi tên công đoàn tiếp nhận rồi lưu lại.",
  },
  DATE_IN_FUTURE: {
    what: "Ngày hiệu lực sau ngày hôm nay.",
    kept: "Thông tin văn phòng chưa thay đổi.",
    next: "Ghi thay đổi vào đúng ngày có hiệu lực.",
  },
  OFFICE_ROLE_FIXED: {
    what: "Không đổi được giữa nơi gửi báo cáo và nơi tiếp nhận báo cáo.",
    kept: "Thông tin văn phòng chưa thay đổi.",
    next: "Lập sổ mới trong một thư mục khác cho vai trò khác.",
  },
  PARENT_BELOW: {
    what: "“{{name}}” là chính văn phòng này hoặc đơn vị cấp dưới, không thể là cấp trên.",
    kept: "Thông tin văn phòng chưa thay đổi.",
    next: "Kiểm tra lại mã cấp trên.",
  },
  PERSON_UNKNOWN: {
    what: "Không tìm thấy người này.",
    kept: "Danh sách không thay đổi.",
    next: "Tải lại trang Cài đặt.",
  },
  STEP_UNKNOWN: {
    what: "Không tìm thấy thay đổi cần hoàn tác.",
    kept: "Sổ không thay đổi.",
    next: "Đóng và mở lại đơn vị để xem thay đổi gần nhất.",
  },
  WORKFORCE_REQUIRED: {
    what: "Số lao động đã ghi ({{workforce}}) không để trống lại được.",
    kept: "Sổ không thay đổi; những gì đã nhập vẫn còn trong ô.",
    next: "Nhập số lao động đúng; nếu số cũ ghi nhầm, hoàn tác thay đổi đã ghi số ấy.",
  },
  RULE_UNKNOWN: {
    what: "Không có quy tắc kiểm tra mang mã này.",
    kept: "Giải trình chưa được lưu.",
    next: "Tải lại trang Nhập số liệu rồi giải trình lại.",
  },
  EMPLOYER_UNKNOWN: {
    what: "Không tìm thấy đơn vị sử dụng lao động này.",
    kept: "Sổ không thay đổi.",
    next: "Tải lại danh sách và chọn lại.",
  },
  HANDLE_UNKNOWN: {
    what: "Tệp đã chọn không còn sẵn sàng để đọc.",
    kept: "Chưa có gì được nhập.",
    next: "Chọn lại tệp.",
  },
  FILE_REFUSED: {
    what: "Không đọc được tệp. {{reason}}",
    kept: "Chưa có gì được nhập.",
    next: "Sửa tệp theo lý do trên rồi chọn lại.",
  },
  PREVIEW_UNKNOWN: {
    what: "Bản xem trước này đã được ghi, hoặc đã đóng vì có nhiều bản xem trước mới hơn.",
    kept: "Không có gì được nhập thêm.",
    next: "Chọn lại tệp để xem trước lần nữa.",
  },
  PREVIEW_STALE: {
    what: "Dữ liệu đã thay đổi sau khi xem trước.",
    kept: "Chưa có gì được ghi.",
    next: "Xem trước lại để thấy đúng những gì sẽ thay đổi.",
  },
  PERIOD_LOCKED: {
    what: "Kỳ báo cáo đã khóa{{periods}}.",
    kept: "Số liệu đã duyệt hoặc đã gửi được giữ nguyên.",
    next: "Mở lại kỳ (khi chưa gửi) hoặc lập đính chính ở mục Báo cáo và gói nộp.",
  },
  INCIDENT_UNKNOWN: {
    what: "Không tìm thấy vụ việc này.",
    kept: "Danh sách không thay đổi.",
    next: "Đóng và mở lại danh sách vụ việc.",
  },
  STALE_INCIDENT: {
    what: "Vụ việc này vừa được sửa ở nơi khác{{author}}.",
    kept: "Những gì đã gõ vẫn còn trong ô; danh sách chưa thay đổi.",
    next: "Mở lại vụ việc để xem bản mới rồi sửa.",
  },
  INCIDENT_IN_FUTURE: {
    what: "Ngày ghi sau ngày hôm nay.",
    kept: "Những gì đã gõ vẫn còn trong ô; danh sách chưa thay đổi.",
    next: "Sửa ngày xảy ra hoặc ngày giải quyết xong.",
  },
  INCIDENT_RESOLVED_TOO_EARLY: {
    what: "Ngày giải quyết xong sớm hơn ngày xảy ra.",
    kept: "Những gì đã gõ vẫn còn trong ô; danh sách chưa thay đổi.",
    next: "Sửa một trong hai ngày, hoặc để trống ngày giải quyết xong.",
  },
  INCIDENT_OTHER_KIND: {
    what: "Số người chết, bị thương chỉ ghi cho tai nạn lao động.",
    kept: "Danh sách chưa thay đổi.",
    next: "Chọn lại loại vụ việc hoặc bỏ trống hai số này.",
  },
  NO_LIST: {
    what: "Kỳ này không có danh sách vụ việc riêng.",
    kept: "Danh sách không thay đổi.",
    next: "Mở danh sách của một tháng (tranh chấp, ngừng việc, đình công) hoặc một quý (tai nạn lao động).",
  },
  EXTENSION_UNKNOWN: {
    what: "Gia hạn này không còn hiệu lực.",
    kept: "Không có gì thay đổi.",
    next: "Đóng và mở lại danh sách gia hạn.",
  },
  EXTENSION_NOT_LATER: {
    what: "Ngày gia hạn không muộn hơn lịch ({{collectOn}}).",
    kept: "Hạn đang có được giữ nguyên.",
    next: "Chọn ngày sau {{collectOn}}.",
  },
  BANDS_NOT_DESCENDING: {
    what: "Điểm của các mức xếp loại không giảm dần.",
    kept: "Chưa có thang nào được lưu.",
    next: "Ghi điểm của mức trên cao hơn điểm của mức dưới.",
  },
  GRADED_YEAR_LOCKED: {
    what: "Báo cáo năm {{year}} đã duyệt theo thang đang có.",
    kept: "Các thang xếp loại giữ nguyên.",
    next: "Chọn ngày áp dụng sau năm {{year}}; hoặc mở lại kỳ ấy trước nếu chưa gửi, đã gửi thì chờ cấp trên trả lại.",
  },
  BATCH_UNKNOWN: {
    what: "Không tìm thấy lần nhập tệp này.",
    kept: "Sổ không thay đổi.",
    next: "Tải lại danh sách các lần nhập.",
  },
  ALREADY_UNDONE: {
    what: "Việc này đã được hoàn tác trước đó.",
    kept: "Sổ không thay đổi thêm.",
    next: "Không cần làm gì. Muốn làm lại thì nhập lại.",
  },
  UNDO_CONFLICT: {
    what: "Không hoàn tác được: sau đó đã có thay đổi khác ({{changed}}).",
    kept: "Tất cả được giữ nguyên, không hoàn tác nửa chừng.",
    next: "Hoàn tác thay đổi sau cùng trước, hoặc sửa tay từng chỗ.",
  },
  NO_UNITS_TO_ASK: {
    what: "Không có đơn vị nào phải báo cáo kỳ này.",
    kept: "Không có tệp nào được lập.",
    next: "Chọn kỳ khác hoặc kiểm tra sổ đơn vị.",
  },
  TOO_MANY_FILES: {
    what: "Quá nhiều tệp cho một lần nhận.",
    kept: "Các tệp đã đọc vẫn còn trong bản xem trước; chưa có gì được ghi.",
    next: "Ghi các tệp đã đọc trước, rồi nhận tiếp các tệp còn lại.",
  },
  DUPLICATE_CHOSEN: {
    what: "Hai tệp được chọn cùng trả lời cho một đơn vị: {{changed}}.",
    kept: "Chưa có gì được ghi.",
    next: "Chọn một tệp cho mỗi đơn vị rồi ghi lại.",
  },
  NOTHING_TO_APPLY: {
    what: "Không có ô nào để ghi.",
    kept: "Số liệu không thay đổi.",
    next: "Chọn tệp khác, hoặc cho phép thay số đã gõ.",
  },
  NOTHING_REJECTED: {
    what: "Không có ô hay tệp nào bị từ chối.",
    kept: "Không có gì thay đổi.",
    next: "Không cần gửi lại gì.",
  },
  PROGRAMME_UNKNOWN: {
    what: "Không tìm thấy chương trình này.",
    kept: "Không có gì thay đổi.",
    next: "Quay lại danh sách chương trình và chọn lại.",
  },
  PROGRAMME_INVALID: {
    what: "Tệp chương trình có lỗi.",
    kept: "Chưa có gì được nhập; chương trình chỉ được nhận trọn vẹn.",
    next: "Sửa các chỗ nêu dưới đây rồi chọn lại tệp.",
  },
  PROGRAMME_EXISTS: {
    what: "Đã có chương trình mang mã {{code}}.",
    kept: "Chương trình đang có được giữ nguyên.",
    next: "Đổi mã trong tệp, hoặc dùng chương trình đang có.",
  },
  PROGRAMME_IN_USE: {
    what: "Không ngừng dùng được chương trình này: {{use}}.",
    kept: "Chương trình và mọi thứ gắn với nó được giữ nguyên.",
    next: "Khi hết giai đoạn thì kết thúc chương trình ở mục Quản lý; số liệu và báo cáo cũ vẫn mở được.",
  },
  DRAFT_UNKNOWN: {
    what: "Không còn bản dự thảo này.",
    kept: "Không có gì thay đổi.",
    next: "Có thể dự thảo đã được ban hành hoặc bỏ. Quay lại danh sách chương trình.",
  },
  STALE_DRAFT: {
    what: "{{author}} vừa sửa dự thảo này ở nơi khác.",
    kept: "Bản mới nhất được giữ; thay đổi vừa rồi chưa được ghi.",
    next: "Mở lại dự thảo rồi sửa tiếp.",
  },
  MOVE_NOT_OFFERED: {
    what: "Chương trình không còn ở tình trạng cho phép việc này.",
    kept: "Không có gì thay đổi.",
    next: "Mở lại chương trình để xem tình trạng hiện nay. Chương trình đã kết thúc chỉ để xem.",
  },
  MOVE_DAY_REFUSED: {
    what: "Ngày ghi không dùng được.",
    kept: "Không có gì thay đổi.",
    next: "Chọn ngày từ {{earliest}} đến {{latest}}.",
  },
  REVISION_REFUSED: {
    what: "Không điều chỉnh được chỉ tiêu {{target}}.",
    kept: "Không chỉ tiêu nào thay đổi.",
    next: "Xem lý do nêu bên dưới và sửa lại.",
  },
  TARGET_NOT_QUALITATIVE: {
    what: "Chỉ tiêu này tính bằng số liệu nên không nhận kết luận bằng nhận xét.",
    kept: "Không có gì thay đổi.",
    next: "Xem chỉ tiêu ở trang Đánh giá.",
  },
  TARGET_UNKNOWN: {
    what: "Không tìm thấy chỉ tiêu này trong chương trình.",
    kept: "Không có gì thay đổi.",
    next: "Quay lại trang chương trình và chọn lại chỉ tiêu.",
  },
  FORM_MISMATCH: {
    what: "Biểu và kỳ báo cáo không khớp nhau.",
    kept: "Không có gì thay đổi.",
    next: "Chọn lại kỳ ở trang Nhập số liệu hoặc Báo cáo & gói nộp.",
  },
  STALE_REVISION: {
    what: "Ô này vừa được người khác sửa{{author}}.",
    kept: "Giá trị mới nhất được giữ; giá trị vừa nhập chưa ghi.",
    next: "Xem giá trị hiện tại rồi nhập lại nếu cần.",
  },
  NOT_APPLICABLE: {
    what: "Chỉ tiêu này không áp dụng cho loại hình của đơn vị.",
    kept: "Ô không thay đổi.",
    next: "Để trống ô, hoặc sửa loại hình đơn vị trong Sổ đơn vị nếu đang ghi sai.",
  },
  UNIT_NOT_ACTIVE: {
    what: "Đơn vị không hoạt động trong kỳ này{{span}}.",
    kept: "Ô không thay đổi.",
    next: "Kiểm tra ngày thành lập và ngày kết thúc trong Sổ đơn vị.",
  },
  YEARS_REFUSED: {
    what: "Các năm đã chọn không xem được cùng nhau: mỗi lần nhiều nhất {{most}} năm, từ năm trước đến năm sau.",
    kept: "Không có gì thay đổi.",
    next: "Chọn lại năm đầu và năm cuối.",
  },
  ELEMENT_UNKNOWN: {
    what: "Chỉ tiêu thống kê này không có trong biểu.",
    kept: "Không có gì được ghi.",
    next: "Tải lại biểu.",
  },
  RHYTHM_TOO_SHORT: {
    what: "Chỉ tiêu này chỉ thu thập từ kỳ {{rhythm}} trở lên.",
    kept: "Không có gì được ghi.",
    next: "Nhập ở biểu của kỳ dài hơn.",
  },
  VALUE_REFUSED: {
    what: "Giá trị không được nhận: {{reason}}",
    kept: "Giá trị cũ của ô được giữ nguyên.",
    next: "Sửa giá trị và nhập lại.",
  },
  CHECKS_FAILED: {
    what: "Chưa duyệt được: còn {{blocking}} lỗi chặn và {{unexplained}} cảnh báo chưa giải trình.",
    kept: "Số liệu được giữ nguyên, kỳ vẫn mở.",
    next: "Sửa các lỗi chặn và ghi giải trình cho các cảnh báo, rồi duyệt lại.",
  },
  APPROVER_NEEDED: {
    what: "Người đang chọn ({{name}}) không có quyền duyệt.",
    kept: "Kỳ chưa được duyệt.",
    next: "Chọn người có vai trò duyệt ở góc trên bên phải, hoặc giao vai trò ở Cài đặt.",
  },
  REPORT_SIGNED: {
    what: "Báo cáo của kỳ này đã ký nộp.",
    kept: "Bản đã ký được giữ nguyên; thay đổi vừa gõ chưa ghi.",
    next: "Lập đính chính ở mục Báo cáo và gói nộp nếu cần sửa.",
  },
  REPORT_APPROVED: {
    what: "Kỳ này đã duyệt nên cột của Phụ lục 4 không đổi được.",
    kept: "Báo cáo vẫn đúng bản đã duyệt; thay đổi vừa chọn chưa ghi.",
    next: "Mở lại kỳ, đổi cột rồi duyệt lại.",
  },
  PAPER_CHANGED: {
    what: "Báo cáo in vừa được sửa, khác bản đang xem.",
    kept: "Chưa ký và chưa gửi gì.",
    next: "Xem lại báo cáo in rồi ký lần nữa.",
  },
  REPORT_PART_CHANGED: {
    what: "Đoạn này vừa được sửa ở nơi khác{{author}}.",
    kept: "Những gì đã gõ vẫn còn trong ô; báo cáo chưa thay đổi.",
    next: "Chép lại đoạn vừa gõ, mở lại đoạn để xem bản mới rồi sửa.",
  },
  REPORT_PART_REFUSED: {
    what: "Nội dung không nhận được ở ô này.",
    kept: "Nội dung cũ được giữ.",
    next: "Số văn bản là số nguyên từ 1; ngày viết dạng ngày/tháng/năm; mỗi dòng không quá 500 ký tự.",
  },
  FIGURE_UNKNOWN: {
    what: "Không có số liệu mang tên: {{changed}}.",
    kept: "Những gì đã gõ vẫn còn trong ô; báo cáo chưa thay đổi.",
    next: "Chọn số liệu trong danh sách “Chèn số liệu”, hoặc bỏ dấu ngoặc nhọn.",
  },
  REPORT_NUMBER_TAKEN: {
    what: "Số văn bản này đã dùng trong năm{{periods}}.",
    kept: "Số cũ được giữ.",
    next: "Xem sổ công văn đi rồi ghi số khác.",
  },
  APPROVAL_STALE: {
    what: "Bản báo cáo giữ lại lúc duyệt không có hoặc không còn nguyên.",
    kept: "Chưa ký và chưa gửi gì.",
    next: "Mở lại kỳ, xem lại số liệu rồi duyệt lần nữa.",
  },
  SECOND_PERSON_NEEDED: {
    what: "Người duyệt phải khác người đã nhập số liệu ({{author}}).",
    kept: "Kỳ chưa được duyệt.",
    next: "Chọn người duyệt khác ở góc trên bên phải.",
  },
  INCOMPLETE: {
    what: "Mới có {{started}}/{{expected}} đơn vị có số liệu kỳ này.",
    kept: "Kỳ chưa được duyệt.",
    next: "Chờ đủ số liệu, hoặc ghi lý do duyệt khi chưa đủ số liệu.",
  },
  OWN_INCOMPLETE: {
    what: "Mới có {{filled}}/{{asked}} ô số liệu của chính đơn vị.",
    kept: "Kỳ chưa được duyệt.",
    next: "Nhập cho đủ, hoặc ghi lý do duyệt khi chưa đủ số liệu.",
  },
  UNSAVED_TEXTS: {
    what: "{{cells}} ô còn chữ chưa lưu được.",
    kept: "Kỳ vẫn mở, chữ đã gõ vẫn ở trong ô.",
    next: "Mở biểu nhập, sửa các ô đó hoặc bấm Esc để bỏ chữ đã gõ, rồi duyệt.",
  },
  NO_ENTRIES: {
    what: "Kỳ này chưa có số liệu nào.",
    kept: "Kỳ vẫn mở.",
    next: "Nhập số liệu trước khi duyệt.",
  },
  ALREADY_SUBMITTED: {
    what: "Kỳ này đã có gói nộp.",
    kept: "Gói đã gửi được giữ nguyên từng byte.",
    next: "Tải lại gói đã có, hoặc lập đính chính.",
  },
  NOT_APPROVED: {
    what: "Kỳ này chưa được duyệt.",
    kept: "Không có gì thay đổi.",
    next: "Duyệt kỳ trước.",
  },
  NO_KEY: {
    what: "Văn phòng chưa có khóa ký số trên máy này.",
    kept: "Không có gì thay đổi.",
    next: "Tạo khóa ở Cài đặt, mục Khóa ký số.",
  },
  PASSPHRASE_WRONG: {
    what: "Cụm mật khẩu không mở được khóa.",
    kept: "Khóa và dữ liệu không thay đổi.",
    next: "Nhập lại; kiểm tra bộ gõ tiếng Việt và phím Caps Lock.",
  },
  NO_PARENT: {
    what: "Chưa ghi đơn vị cấp trên để gửi báo cáo.",
    kept: "Kỳ đã duyệt được giữ nguyên.",
    next: "Kiểm tra thông tin văn phòng ở Cài đặt.",
  },
  DISK_FULL: {
    what: "Ổ đĩa đã đầy, không ghi được tệp.",
    kept: "Số liệu đã lưu còn nguyên; không có tệp dở dang.",
    next: "Giải phóng dung lượng rồi làm lại.",
  },
  WRITE_FAILED: {
    what: "Không ghi được tệp (mã máy {{code}}).",
    kept: "Số liệu đã lưu còn nguyên; không có tệp dở dang.",
    next: "Kiểm tra ổ đĩa và quyền ghi của thư mục, rồi làm lại.",
  },
  BUNDLE_UNKNOWN: {
    what: "Không tìm thấy gói này.",
    kept: "Không có gì thay đổi.",
    next: "Tải lại danh sách gói.",
  },
  BUNDLE_DAMAGED: {
    what: "Tệp gói đã lưu không còn hoặc không còn nguyên vẹn.",
    kept: "Không có gì thay đổi; sổ nhận gói vẫn còn.",
    next: "Xin lại đúng tệp đó từ nơi gửi, và chạy kiểm tra sổ ở Cài đặt.",
  },
  BUNDLE_REFUSED: {
    what: "{{sentence}}",
    kept: "Chưa có gì được nhập.",
    next: "{{advice}}",
  },
  KEY_EXISTS: {
    what: "Văn phòng đã có khóa ký số trên máy này.",
    kept: "Khóa đang có được giữ nguyên.",
    next: "Dùng khóa đang có; hai khóa trên một máy dễ gây nhầm lẫn.",
  },
  PASSPHRASE_WEAK: {
    what: "Cụm mật khẩu quá dễ đoán. {{reason}}",
    kept: "Chưa có khóa nào được tạo.",
    next: "Dùng bốn từ trở lên không liên quan nhau, dài ít nhất 12 ký tự.",
  },
  NOT_A_PROVINCE: {
    what: "Chỉ văn phòng cấp tỉnh lập được danh sách khóa.",
    kept: "Không có gì thay đổi.",
    next: "Nhận danh sách khóa của LĐLĐ tỉnh ở mục Báo cáo và gói nộp.",
  },
  TRUST_EXISTS: {
    what: "Đã có danh sách khóa.",
    kept: "Danh sách đang có được giữ nguyên.",
    next: "Thêm đơn vị vào danh sách đang có.",
  },
  NO_TRUST: {
    what: "Chưa có danh sách khóa.",
    kept: "Không có gì thay đổi.",
    next: "Lập danh sách khóa trước.",
  },
  KEY_WAIT: {
    what: "Cụm mật khẩu đã sai nhiều lần; còn phải chờ {{seconds}} giây.",
    kept: "Khóa và dữ liệu không thay đổi.",
    next: "Chờ hết thời gian rồi nhập lại; nếu quên cụm mật khẩu thì tạo khóa mới và đăng ký lại.",
  },
  KEY_ENDED: {
    what: "Khóa ký của văn phòng đã bị tỉnh cho nghỉ hoặc thu hồi; gói ký bằng khóa này sẽ bị từ chối.",
    kept: "Chưa ký gì; báo cáo đã duyệt được giữ nguyên.",
    next: "Thay khóa ở Cài đặt, mục Khóa ký số, rồi gửi phiếu đăng ký về tỉnh.",
  },
  KEY_WAITING: {
    what: "Đã có một khóa mới đang chờ tỉnh đưa vào danh sách.",
    kept: "Khóa cũ vẫn ký được cho tới khi nhận danh sách mới.",
    next: "Gửi phiếu đăng ký của khóa đang chờ về tỉnh.",
  },
  NOT_FOR_A_PROVINCE: {
    what: "Văn phòng tỉnh thay khóa của mình ngay trong danh sách khóa.",
    kept: "Không có gì thay đổi.",
    next: "Mở trang Danh sách khóa, chọn Thay khóa ký của tỉnh.",
  },
  ROOT_KEYS_MISSING: {
    what: "Cần {{needed}} khóa gốc để ký danh sách, mới mở được {{opened}}.",
    kept: "Danh sách khóa không thay đổi.",
    next: "Nhập cụm mật khẩu của khóa gốc trên máy này hoặc gõ mã trên giấy của các khóa còn thiếu.",
  },
  KEY_NOT_LISTED: {
    what: "Khóa này không có trong danh sách.",
    kept: "Danh sách khóa không thay đổi.",
    next: "Tải lại trang rồi chọn lại.",
  },
  KEY_STATE: {
    what: "Khóa không còn ở tình trạng cho phép việc này, hoặc là khóa duy nhất mà tỉnh đang dùng.",
    kept: "Danh sách khóa không thay đổi.",
    next: "Tải lại trang để xem tình trạng mới; khóa của tỉnh thì dùng Thay khóa ký của tỉnh.",
  },
  THRESHOLD_TOO_HIGH: {
    what: "Số khóa phải cùng ký lớn hơn số khóa gốc ({{keyCount}}).",
    kept: "Danh sách khóa không thay đổi.",
    next: "Giảm số khóa phải ký hoặc tăng số khóa gốc.",
  },
  FILE_PASSPHRASE_WRONG: {
    what: "Mật khẩu của tệp không đúng.",
    kept: "Chưa nhập gì.",
    next: "Gọi điện cho đơn vị gửi và nghe đọc lại từng nhóm bốn ký tự.",
  },
  RECIPIENTS_MISSING: {
    what: "Nơi nhận chưa có khóa mã hóa: {{changed}}.",
    kept: "Chưa có tệp nào được ghi; chưa ký gì thêm.",
    next: "Nhập danh sách khóa mới nhất của tỉnh, hoặc đề nghị nơi nhận đăng ký khóa. Không chờ được thì báo cáo mã hóa được bằng mật khẩu đọc qua điện thoại; hoặc lưu không mã hóa và trao tệp tận tay.",
  },
  TOO_MANY_RECIPIENTS: {
    what: "Một tệp mã hóa gửi được cho nhiều nhất {{most}} nơi nhận.",
    kept: "Gói đã ký được giữ nguyên; chưa có tệp nào được ghi.",
    next: "Chia các đơn vị thành nhiều lần gửi.",
  },
  KEYID_MISMATCH: {
    what: "Mã khóa trong tệp không trùng mã khóa trên giấy.",
    kept: "Khóa không được thêm vào danh sách.",
    next: "Gọi điện cho đơn vị để đối chiếu; không thêm khóa khi mã còn khác.",
  },
} as const;

/** Errors that belong to no procedure: the line to the program, faults of the program, refused input. */
export const faults = {
  connection: {
    what: "Mất liên lạc với chương trình.",
    kept: "Những gì đã báo “Đã lưu” còn nguyên.",
    next: "Đợi vài giây. Nếu vẫn mất liên lạc, đóng cửa sổ này và mở lại chương trình.",
  },
  session: {
    what: "Cửa sổ này không còn quyền vào sổ.",
    kept: "Những gì đã báo “Đã lưu” còn nguyên.",
    next: "Làm tiếp ở thẻ hoặc cửa sổ Sổ Công Đoàn đang mở; không còn thì khởi động lại chương trình.",
  },
  fileTooLarge: {
    what: "Tệp quá lớn (hơn 64 MB).",
    kept: "Chưa có gì được nhập.",
    next: "Chia thành nhiều tệp nhỏ hơn.",
  },
  fileTransfer: {
    what: "Tệp chưa chuyển được.",
    kept: "Không có gì thay đổi.",
    next: "Kiểm tra tệp còn đó và chọn lại.",
  },
  input: {
    what: "Một ô nhập chưa hợp lệ{{fields}}.",
    kept: "Những gì đã nhập vẫn còn; chưa có gì được ghi.",
    next: "Kiểm tra các ô được đánh dấu.",
  },
  bug: {
    what: "Chương trình gặp lỗi ngoài dự kiến.",
    kept: "Số liệu đã lưu còn nguyên.",
    next: "Làm lại thao tác. Nếu lặp lại, gửi mã dưới đây cho người hỗ trợ.",
  },
  diskFull: {
    what: "Ổ đĩa chứa dữ liệu của đơn vị đã đầy.",
    kept: "Thao tác vừa rồi chưa được ghi; những gì đã lưu còn nguyên.",
    next: "Giải phóng dung lượng ở ổ đĩa này rồi làm lại.",
  },
  cancelled: {
    what: "Đã hủy theo yêu cầu.",
    kept: "Mọi thứ như trước khi bắt đầu.",
    next: "Có thể bắt đầu lại bất cứ lúc nào.",
  },
} as const;

export const passphraseReasons = {
  short: "Ngắn hơn 12 ký tự.",
  repetitive: "Lặp lại quá ít ký tự khác nhau.",
  common: "Đây là cụm từ quen thuộc, ai cũng có thể thử.",
  other: "",
} as const;
