// The 98 data elements of domain.md §c.2, one row each, multi-valued ones unfolded at the end of their row:
// identifier=words after the label=words after the English label=short label, `;` between them.
// Columns: number | identifier | label | short label | English | type | measure unit | time | levels | rhythm | applies to | part of | provenance
// Rhythm: "YH" is asked once a year and may be answered from the six-month form on (§h story 8: grades of agreements in June).
// Levels: G union, D office about itself, R register events, E employer register, P province.
// Applies to: blank = all, ENT enterprises, LAB enterprises and private schools, AGY agencies and service units, STA state sector.
export const ELEMENT_ROWS = `
A01|workersTotal|Tổng số công nhân, viên chức, lao động|CNVCLĐ|Workers, total|count|người|LAST|G|M|||S0,S1
A02|workersFemale|Lao động nữ|Lao động nữ|Workers, female|count|người|LAST|G|Q||workersTotal|I
A03|membersTotal|Tổng số đoàn viên|Đoàn viên|Members, total|count|người|LAST|G|M|||S0,S1,S4
A04|membersFemale|Đoàn viên nữ|Đoàn viên nữ|Members, female|count|người|LAST|G|Q||membersTotal|I
A05|membersAdmitted|Đoàn viên kết nạp mới|Kết nạp mới|Members admitted|count|người|SUM|G|M|||S3,S4
A06|membersAdmittedInformal|Đoàn viên kết nạp mới khu vực phi chính thức|KN phi chính thức|Members admitted, informal sector|count|người|SUM|G|M||membersAdmitted|S4
A07|membersTransferredIn|Đoàn viên chuyển đến|Chuyển đến|Members transferred in|count|người|SUM|G|M|||I
A08|membersDecreased|Đoàn viên giảm|Giảm|Members decreased|count|người|SUM|G|M|||I
A09|membersDecreasedBy|Đoàn viên giảm:|Giảm|Members decreased:|count|người|SUM|G|Q||membersDecreased|I|transferredOut=chuyển đi=transferred out;retired=nghỉ hưu=retired;contractEnded=chấm dứt hợp đồng lao động=contract ended=Giảm chấm dứt HĐLĐ;resigned=xin ra=resigned;died=chết=died;unionDissolved=giải thể công đoàn cơ sở=union dissolved=Giảm giải thể CĐCS;other=lý do khác=other
A10|unionOfficers|Số cán bộ công đoàn cơ sở|Cán bộ CĐCS|Union officers|count|người|LAST|G|Y|||S1
A11|unionOfficersTrained|Cán bộ công đoàn được tập huấn, bồi dưỡng nghiệp vụ|Cán bộ được tập huấn|Union officers trained|count|người|YTD|G|H||unionOfficers|S1
B01|infoSessions|Số cuộc tuyên truyền, quán triệt|Cuộc tuyên truyền|Information sessions|count|cuộc|SUM|GD|Q|||S3
B02|infoAttendances|Lượt người dự tuyên truyền, quán triệt|Lượt dự|Attendances|turns|lượt|SUM|GD|Q|||I
B03|peopleInformed|Số người được học tập, quán triệt, phổ biến|Người được phổ biến|People informed|count|người|YTD|G|H|||S0,S1,S3
B04|membersInformed|Đoàn viên được học tập, quán triệt, phổ biến|ĐV được phổ biến|Members informed|count|người|YTD|G|H||peopleInformed|I
B05|resolutionPlanAdopted|Đã quán triệt và có kế hoạch thực hiện nghị quyết|Có kế hoạch NQ|Resolution plan adopted|yesNo||ANY|GD|Y|||S1
C01|dialogueHeld|Có tổ chức đối thoại tại nơi làm việc|Có đối thoại|Workplace dialogue held|yesNo||ANY|G|H|ENT||S0,S1
C02|dialogueCount|Số cuộc đối thoại|Đối thoại|Dialogues:|count|cuộc|SUM|G|Q|ENT||F46,K|periodic=định kỳ=periodic;onCase=theo vụ việc=on case;onRequest=theo yêu cầu=on request
C03|employeeConferenceHeld|Có tổ chức hội nghị người lao động|Hội nghị NLĐ|Employees' conference held|yesNo||ANY|G|H|ENT||S0,S1
C04|otherDemocracyForm|Có hình thức dân chủ khác|Dân chủ khác|Other form of democracy|yesNo||ANY|G|Y|ENT||S0
C05|cadreConferenceHeld|Có tổ chức hội nghị cán bộ, công chức, viên chức|Hội nghị CBCC|Cadre conference held|yesNo||ANY|G|H|AGY||S0
C06|authorityDialogueProposed|Có đề xuất cấp ủy, chính quyền, chủ doanh nghiệp đối thoại|Đề xuất đối thoại|Dialogue with authorities proposed|yesNo||ANY|GD|Y|||S1
C07|authorityDialogueCount|Số cuộc đối thoại do đề xuất được tổ chức|Đối thoại do đề xuất|Dialogues held on proposal|count|cuộc|SUM|GD|H|||S1
C08|democracyRegulation|Có ban hành quy chế dân chủ hoặc quy chế đối thoại|Quy chế dân chủ|Democracy regulation|yesNo||LAST|G|Y|||F18
C09|peoplesInspectorate|Có Ban Thanh tra nhân dân|Ban TTND|People's inspectorate|yesNo||LAST|G|Y|STA||S1
D01|claInForce|Có thỏa ước lao động tập thể đang hiệu lực|Có TƯLĐTT|CLA in force|yesNo||LAST|G|Q|LAB||S1
D02|claCount|Số bản thỏa ước lao động tập thể đang hiệu lực|Số bản TƯLĐTT|CLAs in force|count|bản|LAST|G|Q|LAB||S1
D03|claMoreFavourable|Thỏa ước có nội dung có lợi hơn quy định của pháp luật|TƯ có lợi hơn luật|CLAs more favourable than the law|count|bản|LAST|G|Q|LAB|claCount|S1
D04|claByGrade|Thỏa ước|TƯ|CLAs|count|bản|LAST|G|YH|LAB|claCount|S1|A=xếp loại A=graded A;B=xếp loại B=graded B;C=xếp loại C=graded C;D=xếp loại D=graded D;ungraded=chưa phân loại=not graded
D05|claNew|Thỏa ước ký mới trong kỳ|TƯ ký mới|CLAs newly signed|count|bản|SUM|G|Q|LAB||F46
D06|claAmended|Thỏa ước sửa đổi, bổ sung, ký lại|TƯ sửa đổi|CLAs amended|count|bản|SUM|G|Q|LAB||F46
D07|claEligible|Thuộc diện đủ điều kiện ký thỏa ước lao động tập thể|Đủ ĐK ký TƯ|Eligible for a CLA|yesNo||LAST|G|Y|LAB||F12
D08|shiftMealValue|Giá trị bữa ăn ca|Bữa ăn ca|Shift meal value|money|đồng/suất|LAST|G|Y|LAB||S1,F46
E01|collectiveDisputes|Số vụ tranh chấp lao động tập thể|Tranh chấp|Collective disputes|count|vụ|SUM|G|M|LAB||S1
E02|collectiveDisputesWithUnion|Tranh chấp lao động tập thể có công đoàn tham gia giải quyết|TC có CĐ|Collective disputes with the union|count|vụ|SUM|G|M|LAB|collectiveDisputes|S1
E03|workStoppages|Số vụ ngừng việc tập thể|Ngừng việc|Work stoppages|count|vụ|SUM|G|M|LAB||S1
E04|workStoppagesWithUnion|Ngừng việc tập thể có công đoàn tham gia giải quyết|NV có CĐ|Work stoppages with the union|count|vụ|SUM|G|M|LAB|workStoppages|S1
E05|strikes|Số vụ đình công|Đình công|Strikes|count|vụ|SUM|G|M|LAB||S1
E06|strikesWithUnion|Đình công có công đoàn tham gia giải quyết|ĐC có CĐ|Strikes with the union|count|vụ|SUM|G|M|LAB|strikes|S1
E07|stoppageParticipants|Lượt người tham gia ngừng việc, đình công|Lượt tham gia|Participants in stoppages|turns|lượt|SUM|G|M|LAB||I
E08|workAccidents|Số vụ tai nạn lao động|Tai nạn LĐ|Work accidents|count|vụ|SUM|G|Q|||I
E09|accidentDeaths|Số người chết do tai nạn lao động|TNLĐ: chết|Deaths in accidents|count|người|SUM|G|Q|||I
E10|accidentInjured|Số người bị thương do tai nạn lao động|TNLĐ: bị thương|Injured in accidents|count|người|SUM|G|Q|||I
F01|hardshipMembers|Đoàn viên có hoàn cảnh khó khăn được ghi nhận|ĐV khó khăn|Members in hardship|count|người|YTD|G|H|||S0
F02|hardshipMembersVisited|Đoàn viên khó khăn được thăm hỏi, tặng quà|ĐV được thăm hỏi|Members in hardship visited|count|người|YTD|G|H||hardshipMembers|S0
F03|supportTurns|Lượt thăm hỏi, trợ cấp|Lượt trợ cấp|Support turns|turns|lượt|SUM|GD|Q|||F25
F04|supportAmount|Số tiền thăm hỏi, trợ cấp|Tiền trợ cấp|Support amount|money|đồng|SUM|GD|Q|||F25
F05|welfareAgreementsSigned|Thỏa thuận hợp tác phúc lợi ký mới|TT phúc lợi ký mới|Welfare agreements signed|count|bản|SUM|GD|H|||S3
F06|welfareAgreementsActive|Thỏa thuận hợp tác phúc lợi đang hiệu lực|TT phúc lợi hiệu lực|Welfare agreements active|count|bản|LAST|GD|Y|||I
F07|membersBenefiting|Đoàn viên được hưởng ưu đãi của đối tác|ĐV hưởng ưu đãi|Members benefiting|count|người|YTD|G|H|||S0
F08|welfareTurns|Lượt đoàn viên, người lao động được hưởng lợi|Lượt hưởng lợi|Welfare turns|turns|lượt|SUM|GD|H|||S3
F09|welfareAmount|Số tiền được hưởng lợi|Tiền hưởng lợi|Welfare amount|money|đồng|SUM|GD|H|||S3
F10|sheltersBuilt|Mái ấm công đoàn xây mới|Mái ấm xây mới|Shelters built|count|căn|SUM|GD|H|||S1
F11|sheltersRepaired|Mái ấm công đoàn sửa chữa|Mái ấm sửa chữa|Shelters repaired|count|căn|SUM|GD|H|||S1
F12|shelterAmount|Số tiền hỗ trợ Mái ấm công đoàn|Tiền Mái ấm|Shelter amount|money|đồng|SUM|D|H|||F20
F13|cultureParticipants|Số người tham gia văn hóa, thể thao, tham quan, nghỉ mát|VHVN, TDTT|Culture and sport participants|count|người|YTD|G|H|||S0
F14|tetTurns|Lượt được chăm lo Tết|Lượt chăm lo Tết|Tet care turns|turns|lượt|SUM|GD|Y|||F69
F15|tetAmount|Số tiền chăm lo Tết|Tiền chăm lo Tết|Tet care amount|money|đồng|SUM|GD|Y|||F69
F16|unionMealTurns|Lượt dự Bữa cơm công đoàn|Bữa cơm CĐ|Union meal turns|turns|lượt|SUM|G|H|||F60
G01|peopleUpskilled|Số người được học tập nâng cao trình độ|Học nâng cao|People upskilled|count|người|YTD|G|H|||S1
G02|membersUpskilled|Đoàn viên học nâng cao tay nghề|ĐV nâng tay nghề|Members upskilled|count|người|YTD|G|H|||S0
G03|reskillingPolicyInput|Có đề xuất, tham gia chính sách đào tạo chuyển đổi nghề|Tham gia CS đào tạo|Input to reskilling policy|yesNo||ANY|GD|Y|||S0
G04|vocationalInstitutionLinked|Cơ sở giáo dục nghề nghiệp của công đoàn có liên kết|CSGDNN liên kết|Vocational institution linked|yesNo||ANY|P|Y|||S0
H01|initiatives|Số|Số|Initiatives:|count|sáng kiến, giải pháp|SUM|G|H|||S1|solution=giải pháp=solutions=Giải pháp;initiative=sáng kiến=initiatives proper=Sáng kiến;technicalImprovement=cải tiến kỹ thuật=technical improvements=Cải tiến kỹ thuật;research=đề tài nghiên cứu=research=Đề tài nghiên cứu
H02|initiativeBenefit|Giá trị làm lợi của sáng kiến|Giá trị làm lợi|Benefit of initiatives|money|đồng|SUM|G|Y|||F61
H03|effectiveModels|Mô hình hoạt động hiệu quả đang duy trì|Mô hình hiệu quả|Effective models|count|mô hình|LAST|GD|Y|||S1
I01|outstandingIntroduced|Đoàn viên ưu tú giới thiệu cho Đảng|ĐV ưu tú giới thiệu|Outstanding members introduced|count|người|SUM|G|Q|||S0,S1,S4
I02|outstandingAdmitted|Đoàn viên ưu tú được kết nạp vào Đảng|Được kết nạp Đảng|Outstanding members admitted|count|người|SUM|G|Q|||F62
I03|outstandingWorkers|Công nhân trực tiếp được giới thiệu cho Đảng|CN trực tiếp|Direct workers introduced|count|người|SUM|G|Q||outstandingIntroduced|S1,S4
I04|partyOrganisationExists|Đơn vị có tổ chức Đảng|Có tổ chức Đảng|Party organisation exists|yesNo||LAST|G|Y|||S1
J01|ratingEligible|Đủ điều kiện xếp loại|Đủ ĐK xếp loại|Eligible for grading|yesNo||LAST|R|Y|||F15
J02|selfScore|Điểm tự chấm|Điểm tự chấm|Self score|score|điểm|LAST|G|Y|||F15
J03|verifiedScore|Điểm thẩm định|Điểm thẩm định|Verified score|score|điểm|LAST|G|Y|||F15
J04|qualityGrade|Xếp loại chất lượng hoạt động|Xếp loại|Quality grade|grade||GRADE|G|Y|||S0,S3
J05|ownGrade|Xếp loại của chính công đoàn cấp trên trực tiếp cơ sở|Xếp loại đơn vị|Own grade|grade||GRADE|D|Y|||S0,S3
K01|unionFundDue|Kinh phí công đoàn 2 % phải thu|KPCĐ phải thu|Union fund due|money|đồng|SUM|G|Q|||S0,F54
K02|unionFundCollected|Kinh phí công đoàn 2 % đã thu|KPCĐ đã thu|Union fund collected|money|đồng|SUM|G|Q|||S0,F54
K03|memberDuesDue|Đoàn phí 1 % phải thu|Đoàn phí phải thu|Member dues due|money|đồng|SUM|G|Q|||F54
K04|memberDuesCollected|Đoàn phí 1 % đã thu|Đoàn phí đã thu|Member dues collected|money|đồng|SUM|G|Q|||F54
K05|unionFundRetained|Kinh phí công đoàn để lại cơ sở sử dụng|KPCĐ để lại|Union fund retained|money|đồng|SUM|G|H|||S0
K06|financeDisclosed|Thực hiện công khai tài chính|Công khai TC|Finance disclosed|yesNo||ANY|GD|Y|||S0
K07|financeSettled|Đã quyết toán|Quyết toán|Finance settled|yesNo||ANY|GD|Y|||S0
K08|financeInspected|Được kiểm tra tài chính đồng cấp|Kiểm tra TC|Finance inspected|yesNo||ANY|GD|Y|||S0
L01|inspectionsCharter|Cuộc kiểm tra chấp hành Điều lệ|KT Điều lệ|Charter inspections|count|cuộc|SUM|GD|H|||I
L02|inspectionsFinance|Cuộc kiểm tra tài chính|KT tài chính|Finance inspections|count|cuộc|SUM|GD|H|||I
L03|selfInspectionDone|Có tự kiểm tra|Tự kiểm tra|Self-inspection done|yesNo||ANY|G|Y|||S3
L04|violationsFound|Số vi phạm phát hiện|Vi phạm|Violations found|count|vụ|SUM|GD|H|||I
L05|complaints|Số đơn thư khiếu nại, tố cáo|Đơn thư|Complaints|count|đơn|SUM|GD|H|||I
L06|womenCommittee|Có Ban Nữ công|Ban Nữ công|Women's committee|yesNo||LAST|G|Y|||F18
M01|employers20Plus|Doanh nghiệp có từ 20 lao động|DN ≥ 20 LĐ|Employers with 20 workers or more|count|doanh nghiệp|LAST|E|H|||S1
M02|employers20PlusWithUnion|Doanh nghiệp có từ 20 lao động đã có công đoàn|DN ≥ 20 có CĐ|Employers with 20 workers or more and a union|count|doanh nghiệp|LAST|E|H||employers20Plus|S1
M03|employers25Plus|Doanh nghiệp có từ 25 lao động|DN ≥ 25 LĐ|Employers with 25 workers or more|count|doanh nghiệp|LAST|E|H||employers20Plus|S4,F11
M04|employers25PlusWithUnion|Doanh nghiệp có từ 25 lao động đã có công đoàn|DN ≥ 25 có CĐ|Employers with 25 workers or more and a union|count|doanh nghiệp|LAST|E|H||employers25Plus|S4,F11
N01|unionsEstablished|Công đoàn cơ sở thành lập mới|CĐCS thành lập|Unions established|count|CĐCS|SUM|R|M|||S3,S4
N02|unionsEstablished25Plus|Công đoàn cơ sở thành lập mới có từ 25 lao động|CĐCS mới ≥ 25 LĐ|Unions established with 25 workers or more|count|CĐCS|SUM|R|M||unionsEstablished|S4
N03|unionsDissolved|Công đoàn cơ sở giải thể, kết thúc hoạt động|CĐCS giải thể|Unions dissolved|count|CĐCS|SUM|R|M|||F38
N04|unionsReceived|Công đoàn cơ sở tiếp nhận|CĐCS tiếp nhận|Unions received|count|CĐCS|SUM|R|M|||F36
N04|unionsHandedOver|Công đoàn cơ sở bàn giao|CĐCS bàn giao|Unions handed over|count|CĐCS|SUM|R|M|||F36
N05|unionsActive|Tổng số công đoàn cơ sở|Tổng số CĐCS|Active unions|count|CĐCS|LAST|R|M|||all
`;
