-- Nothing reads them: what a fund returned is computed from the closes of the packs, also over days that a portfolio has no value on, and as a
-- pack knew them, which a row of one pack and the day before it cannot say after a restatement.
drop table benchmark_returns;
