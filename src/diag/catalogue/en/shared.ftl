# Words that problems of several sorts share.

template-error =
    .others-fail = without what stood in this template others fail: {$reason}

said = {$text}
