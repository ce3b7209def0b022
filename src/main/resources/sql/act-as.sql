select set_config('app.user_id', :#${exchangeProperty.userId}, true)
