export const trust = {
  title: "Danh sách khóa",
  manage: "Mở trang danh sách khóa",
  lead: "Mỗi thay đổi là một phiên bản mới, ký bằng khóa gốc. Gửi phiên bản mới cho mọi đơn vị; đơn vị chưa nhận vẫn theo bản cũ.",
  none: {
    title: "Chưa lập danh sách khóa",
    lead: "Lập bản đầu tiên ở Cài đặt, mục Danh sách khóa.",
    action: "Tới Cài đặt",
  },
  facts: {
    version: "Phiên bản",
    review: "Nhắc xin bản mới từ",
    noReview: "không nhắc",
  },
  root: {
    title: "Khóa gốc",
    lead: "Cần {{threshold}} trong {{number}} khóa gốc cùng ký. Gốc số {{version}}.",
    here: "trên máy này",
    paper: "chỉ trên giấy",
    print: "In ra giấy",
    forget: "Bỏ khỏi máy",
    rotate: "Đổi khóa gốc",
  },
  unit: {
    keys: "Khóa ký",
    encryption: "Khóa mã hóa",
    received: "đã nhận {{number}} gói",
    acts: "Việc",
  },
  act: {
    add: "Thêm hoặc thay khóa",
    renew: "Ra phiên bản mới",
    rotateOwn: "Thay khóa ký của tỉnh",
    retire: "Cho nghỉ",
    revoke: "Thu hồi",
    endRecipient: "Ngừng mã hóa tới",
    export: "Tải danh sách để gửi",
    previous: "Đơn vị: {{name}}",
  },
  change: {
    willHappen: "Việc này sẽ",
    secret: "Cụm mật khẩu khóa gốc",
    secretHint: "Để trống nếu chỉ dùng mã trên giấy.",
    paper: "Mã khóa gốc trên giấy",
    paperHint: "Mỗi dòng một mã, khi khóa gốc đã bỏ khỏi máy.",
    issued: "Đã ra phiên bản {{version}}. Gửi bản này cho các đơn vị.",
    issue: "Ký và ra phiên bản {{version}}",
  },
  retire: {
    title: "Cho nghỉ một khóa",
    effect:
      "Gói đã nhận từ {{name}} ({{number}} gói) vẫn có giá trị. Gói ký sau đó bằng khóa này bị từ chối, trừ số báo cáo đang trên đường ghi dưới đây.",
    inTransit: "Báo cáo đang trên đường (0–20)",
  },
  revoke: {
    title: "Thu hồi một khóa",
    effect:
      "Dùng khi khóa có thể đã lọt ra ngoài. Mọi gói ký bằng khóa này bị từ chối, kể cả gói ghi ngày cũ. Gói đã nhận ở văn phòng này vẫn còn; nơi khác chỉ nhận những gói đánh dấu dưới đây.",
    reason: "Lý do",
    good: "Gói đã đối chiếu, vẫn có giá trị ở nơi khác",
    nothing: "Chưa nhận gói nào của đơn vị này.",
  },
  endRecipient: {
    title: "Ngừng mã hóa tới một khóa",
    effect:
      "Từ nay tệp gửi {{name}} không mã hóa tới khóa này nữa. Tệp đã mã hóa trước đây vẫn mở được bằng khóa đó.",
    status: "Vì sao",
    retired: "Khóa đã thay",
    revoked: "Khóa có thể đã lọt ra ngoài",
  },
  renew: {
    title: "Ra phiên bản mới",
    effect:
      "Không đơn vị hay khóa nào thay đổi. Bản mới mang theo mọi lần đổi khóa gốc, nên đơn vị bỏ lỡ các bản trước vẫn nhận được.",
    review: "Nhắc các đơn vị xin bản mới từ ngày",
  },
  rotateRoot: {
    title: "Đổi khóa gốc",
    effect:
      "Tạo khóa gốc mới; danh sách được ký bằng cả khóa cũ và khóa mới. Khóa cũ không ký được nữa. In mã khóa mới ra giấy, cất vào phong bì niêm phong, rồi ra một phiên bản nữa để gửi.",
    keys: "Số khóa gốc (1–5)",
    threshold: "Số khóa phải cùng ký",
  },
  rotateOwn: {
    title: "Thay khóa ký của tỉnh",
    effect:
      "Tạo khóa ký mới cho văn phòng này. Biên nhận đã ký bằng khóa cũ vẫn có giá trị. Đơn vị cần danh sách mới trước khi đọc được gói ký bằng khóa mới.",
  },
  passphrase: {
    fresh: "Cụm mật khẩu của khóa mới",
    again: "Nhập lại cụm mật khẩu",
    differs: "Hai lần nhập chưa giống nhau.",
  },
  add: {
    title: "Thêm hoặc thay khóa của đơn vị",
    effect:
      "Khóa trong phiếu được đưa vào phiên bản mới. Phiếu do cả khóa cũ ký thì khóa cũ nghỉ ngay và không cần giấy; phiếu khác phải có giấy ký tên, đóng dấu.",
    vouched: "Phiếu do khóa cũ cùng ký, không có giấy",
    lost: "Đơn vị đã mất khóa cũ",
    lostKey: "Khóa bị mất",
    lostReason: "Lý do",
  },
  forget: {
    title: "Bỏ khóa gốc khỏi máy này",
    effect: "Từ nay chỉ mã trên giấy ký được danh sách. Gõ lại mã trên tờ giấy để chắc chắn giấy đọc được.",
    code: "Mã trên giấy",
    do: "Bỏ khỏi máy",
  },
  versions: { title: "Các phiên bản", version: "Phiên bản", at: "Lập lúc", digest: "Mã" },
  own: {
    standing: {
      unlisted: "chưa có trong danh sách",
      active: "được tỉnh công nhận",
      retired: "đã nghỉ",
      revoked: "đã bị thu hồi",
    },
    retiredTitle: "Tỉnh đã cho khóa ký này nghỉ.",
    revokedTitle: "Tỉnh đã thu hồi khóa ký này: {{reason}}.",
    ended: "Gói ký bằng khóa này sẽ bị từ chối. Thay khóa rồi gửi phiếu đăng ký về tỉnh.",
    waiting: "Khóa mới, chờ tỉnh đưa vào danh sách",
    waitingLead: "Khóa cũ vẫn ký cho tới khi nhận danh sách có khóa này.",
    encryption: "Khóa mã hóa",
    rotate: "Thay khóa",
    rotateTitle: "Thay khóa ký số",
    rotateEffect:
      "Tạo khóa mới và phiếu đăng ký do cả hai khóa ký, nên tỉnh không cần giấy. Khóa cũ vẫn ký báo cáo cho tới khi nhận danh sách mới của tỉnh.",
    rotated: "Đã lập phiếu đăng ký cho khóa mới.",
    current: "Cụm mật khẩu của khóa đang dùng",
    sheet: "In phiếu đăng ký",
    paper: "In khóa ra giấy",
    restore: "Khôi phục khóa từ giấy",
    restoreTitle: "Khôi phục khóa từ giấy",
    restoreLead:
      "Gõ mã trên tờ giấy trong phong bì; chữ hoa, dấu cách và gạch nối không quan trọng. Khóa được mở bằng cụm mật khẩu đặt lại ở đây.",
    restored: "Đã khôi phục khóa.",
    wasHere: "Khóa này đã có trên máy; không có gì thay đổi.",
  },
  sheet: {
    title: "Phiếu đăng ký khóa",
    paperTitle: "Bản giấy của khóa",
    print: "In",
    back: "Trở lại Cài đặt",
    passphrase: "Cụm mật khẩu của khóa",
    show: "Hiện mã để in",
    lead: "Mã khóa chỉ hiện sau khi mở khóa; mỗi lần hiện đều ghi vào nhật ký.",
  },
} as const;
